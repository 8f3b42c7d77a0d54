# Functions are objects: names, defaults, attributes, docs, annotations.
def greet(name: str, times: int = 1, *, mark="!") -> str:
    """Say hello."""
    return f"hello {name}{mark}" * times


print(greet.__name__, greet.__qualname__, greet.__doc__, greet.__module__, greet.__defaults__, greet.__kwdefaults__)
print(greet.__annotations__)
greet.calls = 0
greet.calls += 1
print(greet.calls, greet.__dict__, hasattr(greet, "other"))
greet.__defaults__ = (2,)
print(greet("x"))
greet.__name__ = "salute"
print(greet.__name__, callable(greet), callable(5))


def outer():
    def inner(): pass
    class Local:
        def method(self): pass
    return inner, Local


inner, Local = outer()
print(inner.__qualname__, Local.__qualname__, Local.method.__qualname__, Local().method.__name__)
print(type(greet).__name__, type(len).__name__, type(Local().method).__name__, type(Local.method).__name__)
m = Local().method
print(m.__self__.__class__.__name__, m.__func__ is Local.method, m == m.__self__.method, m is m.__self__.method)
try:
    greet.missing
except AttributeError as error:
    print(error)
print(len.__name__, print.__name__, "abc".upper.__name__, str.upper.__name__)
