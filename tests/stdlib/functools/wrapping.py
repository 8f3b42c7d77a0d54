# update_wrapper and wraps: what is taken over, what is left alone.
import functools
from functools import WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, partial, update_wrapper, wraps

print(functools.__all__)
print(WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)


def inner[T](a: "This", b: int = 2) -> T:
    """The inner one."""
    return a, b


inner.mark = "m"
inner.tags = ["x"]


def outer(*args):
    """The outer one."""
    return inner(*args)


outer.own = 1
print(update_wrapper(outer, inner) is outer)
print(outer.__name__, outer.__qualname__, outer.__doc__, outer.__module__, outer.__wrapped__ is inner)
print(outer.mark, outer.tags is inner.tags, outer.own, outer.__type_params__, outer.__annotations__["a"],
      outer.__defaults__)
print(sorted(outer.__dict__))


@wraps(inner)
def second(): pass


@wraps(second, assigned=("__doc__",), updated=())
def third(): pass


print(second.__wrapped__ is inner, third.__wrapped__ is second, third.__name__, third.__doc__, hasattr(third, "mark"))


class Called:
    """A callable object."""
    def __call__(self): return "called"


bare = Called()
wrapped = wraps(bare)(lambda: 1)
print(wrapped.__doc__, wrapped.__name__, wrapped.__module__, wrapped.__wrapped__ is bare)
part = partial(inner, 1)
target = update_wrapper(Called(), part)
print(target.__doc__ == partial.__doc__, hasattr(target, "__name__"), target.__wrapped__ is part, target())
update_wrapper(part, inner)
print(part.__name__, part.__doc__, part.mark, part.__wrapped__ is inner)


class Plain: pass


try:
    update_wrapper(Plain(), inner, updated=("missing",))
except AttributeError as error:
    print(error)
try:
    update_wrapper(5, inner)
except AttributeError as error:
    print(error)
own = lambda: 0
update_wrapper(own, inner, assigned=("nothing", "__name__"), updated=("__dict__",))
print(own.__name__, own.__doc__, own.mark)


def log(prefix):
    def decorate(func):
        @wraps(func)
        def call(*args, **kwargs):
            print(prefix, func.__name__, args, kwargs)
            return func(*args, **kwargs)
        return call
    return decorate


class Robot:
    @log("->")
    @log("=>")
    def move(self, x, y=0):
        """Go."""
        return x, y

    def __repr__(self): return "robot"

    @classmethod
    @log("::")
    def build(cls): return cls()

    @property
    @log("..")
    def name(self): return "R"


r = Robot()
print(r.move(1, y=2), Robot.move.__doc__, Robot.move.__qualname__, Robot.build(), r.name)
depth, func = 0, Robot.move
while hasattr(func, "__wrapped__"):
    depth, func = depth + 1, func.__wrapped__
print(depth, func(r, 5))
