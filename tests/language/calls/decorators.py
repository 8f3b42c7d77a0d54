# Decorators: order, arguments, classes, any expression.
def tag(name):
    print("make", name)
    def decorate(function):
        print("apply", name, "to", function.__name__)
        def wrapper(*args, **kwargs):
            return f"<{name}>{function(*args, **kwargs)}</{name}>"
        return wrapper
    return decorate


@tag("b")
@tag("i")
def text(value):
    return value


print(text("x"))
registry = {}
def register(cls):
    registry[cls.__name__] = cls
    cls.extra = 42
    return cls


@register
class Plugin:
    @staticmethod
    def static(): return "static"
    @classmethod
    def klass(cls): return cls.__name__


print(registry, Plugin.extra, Plugin.static(), Plugin().klass())
decorators = [lambda f: lambda: f() + 1, lambda f: lambda: f() * 10]
@decorators[0]
@decorators[1]
@(lambda f: f)
def number(): return 1
print(number())


class Memo:
    def __init__(self, function):
        self.function = function
        self.cache = {}
    def __call__(self, n):
        if n not in self.cache:
            self.cache[n] = self.function(n)
        return self.cache[n]


@Memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), len(fib.cache))
@callable
def consumed(): pass
print(consumed)
