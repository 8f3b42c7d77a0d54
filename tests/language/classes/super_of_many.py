"""`super()` at one place for instances of many classes, which change meanwhile."""


class Base:
    def name(self):
        return "base"

    def __init__(self, value=0):
        self.value = value


class Left(Base):
    def name(self):
        return "left " + super().name()


class Right(Base):
    def name(self):
        return "right " + super().name()


class Both(Left, Right):
    def name(self):
        return "both " + super().name()


class Other(Right, Left):
    pass


class Third(Left):
    def __init__(self, value):
        super().__init__(value + 1)


class Fourth(Both):
    pass


class Fifth(Other):
    def name(self):
        return "fifth " + super().name()


objects = [Base(), Left(), Right(), Both(), Other(), Third(1), Fourth(), Fifth()]
for _ in range(2):
    print([object.name() for object in objects])
Right.name = lambda self: "patched " + super(Right, self).name()
print([object.name() for object in objects])
Base.name = lambda self: "new base"
print([object.name() for object in objects])
del Right.name
print([object.name() for object in objects])
Both.__bases__ = (Right, Left)
print([object.name() for object in objects])
objects[1].__class__ = Both
print(objects[1].name())


def make(tag):
    class Made(Base):
        def name(self):
            return tag + " " + super().name()

    return Made


made = [make(tag)() for tag in "abcdefg"]
print([object.name() for object in made])


class Callable:
    def __call__(self, x):
        return x


class Holder(Base):
    pass


Base.tool = Callable()
Base.fixed = staticmethod(lambda x: ("fixed", x))
Base.made = classmethod(lambda cls, x: (cls.__name__, x))


class User(Holder):
    def use(self):
        return super().tool(1), super().fixed(2), super().made(3)


print([User().use() for _ in range(3)])
try:
    super(Left, objects[0]).name()
except TypeError as error:
    print(error)


class Tag(str):
    def __new__(cls, text, n):
        made = super().__new__(cls, text * n)
        made.n = n
        return made


class Louder(Tag):
    def __new__(cls, text, n=2):
        return super().__new__(cls, text.upper(), n)

    @staticmethod
    def helper(x):
        return ("helper", x)


class Loudest(Louder):
    @staticmethod
    def helper(x):
        return super(Loudest, Loudest).helper(x + 1)

    @classmethod
    def make(cls, text):
        return super().helper(1), super().__new__(cls, text, 3)


for _ in range(2):
    print(Tag("a", 3), Louder("b"), Louder("c", 1).n, Loudest("d"), Loudest.helper(1), Loudest.make("e"))


class Meta(type):
    def __new__(mcls, name, bases, namespace, **options):
        made = super().__new__(mcls, name, bases, namespace | options)
        return made


class Made(metaclass=Meta, option=5):
    pass


print(Made.option, type(Made).__name__)
try:
    super(Louder, Tag).__new__
except TypeError as error:
    print(error)
