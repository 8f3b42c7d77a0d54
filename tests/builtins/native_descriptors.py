# What built-in types are made of: methods, slot wrappers, members, computed attributes, class methods; and what every class has of its own.


def show(function):
    try:
        result = function()
    except (AttributeError, KeyError, TypeError) as error:
        print(type(error).__name__, error)
    else:
        text = repr(result)
        place = text.find(" at 0x")
        print(text if place < 0 else text[:place] + ">")


def function(): pass


class A:
    def __eq__(self, other): return True


class Sub(A): pass
class E(Exception): pass
class L(list): pass
class I(int): pass
class T(tuple): "documented"
class M(type): pass
class F(frozenset): pass
class D(dict): pass


class S:
    __slots__ = ("x",)


class S2:
    __slots__ = ("x", "__dict__", "__weakref__")


class S3(S): pass


class Own:
    __dict__ = 5
    __weakref__ = 6
    __doc__ = "own"


for c in A, Sub, E, L, I, T, M, F, D, S, S2, S3, Own:
    print(c.__name__, list(vars(c)))
Function, Method, Generator, Code = type(function), type(A().__eq__), type(i for i in ()), type(function.__code__)
for value in (
    len, str.join, str.__add__, "".join, "".__add__, int.real, range.start, dict.__dict__["fromkeys"], dict.fromkeys, int.__new__,
    str.__dict__["maketrans"], S.x, int.__dict__["__new__"], int.__dict__["from_bytes"], object.__dict__["__init_subclass__"],
    list.__getitem__, [].__getitem__, dict.__contains__, tuple.__getitem__, type.mro, int.mro, type.__call__, int.__call__,
    int.__init__, int.__format__, int.__round__, float.__trunc__, type.__dict__["__dict__"], type.__dict__["__name__"],
    type.__dict__["__base__"], type.__dict__["__mro__"], object.__dict__["__class__"], BaseException.__dict__["args"], OSError.errno,
    StopIteration.value, SystemExit.code, AttributeError.name, ImportError.path, SyntaxError.lineno, UnicodeDecodeError.start,
    KeyError.args, property.fget, slice.start, complex.real, float.real, Function.__code__, Function.__globals__, Code.co_name,
    Code.co_varnames, Method.__func__, Generator.gi_frame, Generator.send, Generator.__next__, super.__thisclass__,
    function.__call__, function.__get__, (i for i in ()).__next__, (i for i in ()).send, object().__eq__, object().__dir__,
    Exception().__repr__, Exception().with_traceback, A.__dict__["__dict__"], A.__weakref__, S2.__weakref__, E.__weakref__,
    property(len), classmethod(len), staticmethod(len), type.__new__, object.__subclasshook__, type.__prepare__,
):
    show(lambda: value)
    print("   ", type(value), [n for n in (
        "__name__", "__qualname__", "__doc__", "__objclass__", "__text_signature__", "__module__", "__self__", "__get__", "__set__",
        "__delete__", "__call__", "__func__",
    ) if hasattr(value, n)])
a = A()
l = []
for test in (
    lambda: a.__weakref__,
    lambda: A.__dict__["__dict__"].__get__(a),
    lambda: A.__dict__["__dict__"].__get__(1),
    lambda: [A.__dict__["__dict__"].__doc__, A.__weakref__.__doc__],
    lambda: A.__weakref__.__set__(a, 1),
    lambda: [A.__weakref__.__objclass__, Sub.__weakref__.__objclass__, A.__dict__["__dict__"].__qualname__],
    lambda: setattr(a, "__weakref__", 3),
    lambda: delattr(a, "__weakref__"),
    lambda: setattr(a, "__dict__", 3),
    lambda: setattr(a, "x", 3),
    lambda: delattr(a, "__dict__"),
    lambda: a.__dict__,
    lambda: int.real.__get__("s"),
    lambda: int.real.__get__(None),
    lambda: int.real.__get__(None, int),
    lambda: int.real.__get__(5),
    lambda: int.real.__set__(5, 3),
    lambda: range.start.__set__(range(3), 3),
    lambda: range.start.__set__("a", 3),
    lambda: setattr(range(3), "start", 3),
    lambda: setattr(5, "real", 3),
    lambda: setattr(True, "real", 3),
    lambda: delattr(5, "real"),
    lambda: delattr(slice(3), "start"),
    lambda: setattr(function, "__globals__", 1),
    lambda: str.join.__get__(1),
    lambda: str.join.__get__("-")(["a", "b"]),
    lambda: str.join.__get__(None, str),
    lambda: str.join.__get__(None),
    lambda: str.__add__.__get__(1),
    lambda: str.__add__.__get__("a")("b"),
    lambda: str.join.__module__,
    lambda: ["".join.__module__, len.__module__, int.__new__.__module__],
    lambda: "".__add__.__module__,
    lambda: [int.__new__.__self__, dict.fromkeys.__self__, len.__self__, "a".join.__self__, "a".__add__.__self__],
    lambda: str.join.__self__,
    lambda: [str.maketrans.__qualname__, dict.fromkeys.__qualname__, int.__new__.__qualname__, True.__add__.__qualname__],
    lambda: [f.__text_signature__ for f in (dict.fromkeys, int.__new__, str.join, str.__add__, "".__add__, object.__init__)],
    lambda: int.real.__text_signature__,
    lambda: [[].append == [].append, l.append == l.append, l.__len__ == l.__len__, l.__len__ == [].__len__],
    lambda: [hash(l.__len__) == hash(l.__len__), str.join is str.join, str.join == str.split, "".join is "".join],
    lambda: str.join < str.split,
    lambda: l.__len__ < l.__len__,
    lambda: [f.__name__ for f in (str.join, str.__add__, "".__add__, dict.fromkeys, int.real, range.start, S.x)],
    lambda: [f.__objclass__ for f in (str.join, str.__add__, True.__add__, bool.real, range.start, dict.__dict__["fromkeys"])],
    lambda: [BlockingIOError.errno.__objclass__, S.x.__objclass__],
    lambda: "".join.__objclass__,
    lambda: dict.__dict__["fromkeys"](dict, "ab"),
    lambda: dict.__dict__["fromkeys"](int, "ab"),
    lambda: dict.__dict__["fromkeys"](1),
    lambda: dict.__dict__["fromkeys"](),
    lambda: dict.__dict__["fromkeys"].__get__(None, dict)("ab"),
    lambda: dict.__dict__["fromkeys"].__get__(None, int)("ab"),
    lambda: dict.__dict__["fromkeys"].__get__({})("ab"),
    lambda: dict.__dict__["fromkeys"].__func__,
    lambda: int.real.fget,
    lambda: str.join.__call__("-", "ab"),
    lambda: str.__add__(1, 2),
    lambda: str.__add__(),
    lambda: str.join(),
    lambda: str.join(1, []),
    lambda: [callable(f) for f in (str.__add__, int.real, dict.__dict__["fromkeys"], classmethod(len))],
    lambda: S.x.__get__(1),
    lambda: S().__dict__,
    lambda: S().__weakref__,
    lambda: S.__weakref__,
    lambda: Exception.__dict__.get("__dict__"),
    lambda: (1).__dict__,
    lambda: object().__dict__,
    lambda: vars(1),
    lambda: [n in dir(o) for n in ("__dict__", "__weakref__") for o in (1, a, S())],
):
    show(test)
