"""How exceptions are made: of their arguments, by `__new__` and `__init__` of scripts, by classes that change."""


class Plain(Exception):
    pass


class Init(Exception):
    def __init__(self, code, text="default"):
        self.code = code
        self.text = text


class Super(ValueError):
    def __init__(self, code, *more):
        super().__init__(f"code {code}", *more)
        self.code = code


class New(Exception):
    def __new__(cls, *args):
        made = super().__new__(cls, "from new")
        made.given = args
        return made


class Both(Exception):
    def __new__(cls, *args):
        return super().__new__(cls, *args)

    def __init__(self, *args):
        self.seen = args


class Other(Exception):
    def __new__(cls, *args):
        return KeyError(*args)


class Meta(type):
    def __call__(cls, *args):
        made = super().__call__(*args)
        made.meta = True
        return made


class WithMeta(Exception, metaclass=Meta):
    pass


class Slots(Exception):
    __slots__ = ("a",)

    def __init__(self, a):
        self.a = a


def show(make):
    try:
        error = make()
        print(type(error).__name__, repr(error), str(error), error.args, vars(error) if type(error).__module__ == "__main__" else "")
    except TypeError as error:
        print("TypeError", error)


for _ in range(2):
    for cls in (ValueError, KeyError, LookupError, Plain, Init, Super, New, Both, Other, WithMeta, Slots, OSError, StopIteration, SystemExit, BaseException, AttributeError, ImportError, GeneratorExit):
        for args in ((), (1,), ("a", "b"), (1, 2, 3)):
            show(lambda: cls(*args))
        show(lambda: cls("one"))
        show(lambda: cls(1, 2))
    show(lambda: Init(1, text="t"))
    show(lambda: Init(code=1))
    show(lambda: Plain(code=1))
    show(lambda: ValueError(x=1))
for cls in (ValueError, Plain, Init, Super, New, Both, WithMeta, StopIteration, 3, int):
    try:
        raise cls
    except BaseException as error:
        print(type(error).__name__, error)
    try:
        raise Plain from cls
    except BaseException as error:
        print(type(error).__name__, error, repr(error.__cause__))


def make(cls):
    return cls("argument")


print(repr(make(Plain)))
Plain.__init__ = lambda self, x: setattr(self, "changed", x)
print(repr(make(Plain)), vars(make(Plain)))
Plain.__new__ = lambda cls, x: Exception.__new__(cls, "changed too")
print(repr(make(Plain)), vars(make(Plain)))
del Plain.__init__, Plain.__new__
try:
    print(repr(make(Plain)), vars(make(Plain)))
except TypeError as error:
    print(error)


class Returns(Exception):
    def __init__(self):
        return 1


class Fails(Exception):
    def __init__(self, x):
        raise KeyError(x)


class Deleted(Exception):
    def __init__(self, x):
        self.x = x

    def __del__(self):
        print("del", self.x)


show(Returns)
try:
    Fails("inside")
except KeyError as error:
    print(repr(error))
make(Deleted)
try:
    raise Deleted("raised")
except Deleted as error:
    print(error.args, error.x)
print("end")
