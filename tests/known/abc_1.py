# object.__new__ refuses a class whose __abstractmethods__ is not empty; the arguments are judged first.
class A:
    pass


A.__abstractmethods__ = frozenset({"b", "a"})
for call in (lambda: A(), lambda: A(1), lambda: object.__new__(A), lambda: type("Sub", (A,), {})(),
             lambda: A.__abstractmethods__, lambda: type.__abstractmethods__, lambda: int.__abstractmethods__):
    try:
        print(type(call()).__name__)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
A.__abstractmethods__ = ()
print(type(A()).__name__, A.__flags__ & (1 << 20))
