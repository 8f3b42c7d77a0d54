# super(): cooperative calls, class methods, attributes, two arguments.
class Base:
    kind = "base"
    def __init__(self, **options):
        print("Base", options)
        self.options = options
    @classmethod
    def make(cls, **options): return cls(**options)
    @staticmethod
    def static(): return "base static"
    @property
    def label(self): return "base label"


class Left(Base):
    def __init__(self, left=0, **rest):
        print("Left", left)
        super().__init__(**rest)
    @classmethod
    def make(cls, **options):
        print("make", cls.__name__)
        return super().make(**options)
    @property
    def label(self): return "left " + super().label


class Right(Base):
    kind = "right"
    def __init__(self, right=0, **rest):
        print("Right", right)
        super().__init__(**rest)
    @staticmethod
    def static(): return super(Right, Right).static() + " right"


class Both(Left, Right):
    def kinds(self): return super().kind, super(Left, self).kind, super(Right, self).kind
    def nested(self):
        def inner(): return super(Both, self).label
        return inner(), [super(Both, self).kind for _ in range(1)]


both = Both.make(left=1, right=2, more=3)
print(both.kinds(), both.label, both.nested(), both.static(), both.options)
for what in [lambda: super(Both, 5), lambda: super().x, lambda: super(Both, both).missing]:
    try:
        what()
    except (TypeError, RuntimeError, AttributeError) as error:
        print(type(error).__name__, error)
class Meth:
    def f(self): return __class__.__name__
class Sub(Meth): pass
print(Sub().f(), type(super(Both, both)).__name__)
