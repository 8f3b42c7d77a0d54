# What type parameters are at run time: generic classes, aliases, bounds and defaults.
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Stack[T]:
    def __init__(self, *a): self.a = a
    def get[U: int = bool](self, x: T, y: U) -> dict[T, U]: return x
class Pair[A, B = int]: pass
class Many[*Ts]: pass
class Par[**P]: pass
class Child(Stack[int]): pass
class Sub[T](Stack[T]): pass
class Two(Stack[int], Pair[int, str]): pass
class Over[K, V](Pair[K, V], dict[K, V]): pass
print(Stack.__mro__, Stack.__bases__, Stack.__orig_bases__, Stack.__parameters__, Stack.__type_params__)
print(Pair.__orig_bases__, Many.__orig_bases__, Par.__orig_bases__, Many.__parameters__, Par.__parameters__)
print(Child.__mro__, Child.__orig_bases__, Child.__parameters__, Child.__type_params__)
print(Sub.__mro__, Sub.__orig_bases__, Sub.__parameters__)
print(Two.__mro__, Two.__orig_bases__, Two.__parameters__)
print(Over.__mro__, Over.__orig_bases__, Over.__parameters__)
print(Stack[int], Pair[int], Pair[int, str], Many[int, str], Many[()], Par[int, str], Par[[int, str]], Par[...], Many[int])
print(type(Stack[int]).__name__, type(Stack[int]).__module__, Stack[int].__origin__, Stack[int].__args__, Stack[int].__parameters__)
s = Stack[int](1, 2); print(s.a, s.__orig_class__, type(s))
for f in (lambda: Stack[int, str], lambda: Pair[int, str, int], lambda: Pair[()], lambda: Child[int], lambda: Stack[int][str], lambda: isinstance(s, Stack[int]), lambda: issubclass(Stack, Stack[int]), lambda: Stack[int] == Stack[int], lambda: hash(Stack[int]) == hash(Stack[int]), lambda: Stack[int] | None, lambda: Stack[None], lambda: Stack[1], lambda: list[int][str], lambda: Stack[int].get(1,2,3), lambda: Stack[()],): t(f)
T = Stack.__type_params__[0]
print(T, repr(T), T.__name__, T.__bound__, T.__constraints__, T.__default__, T.__covariant__, T.__contravariant__, T.__infer_variance__, T.__module__, type(T), T.has_default(), type(T.__default__))
print(list[T], list[T].__parameters__, list[T][int], dict[str, T][int], (T | int), (int | T), (list[T] | None), (list[T] | T)[int], Stack[T], Stack[T].__parameters__, Stack[T][int], Stack[list[T]][str], T | T, (T|None).__parameters__)
(U,) = Stack.get.__type_params__
print(U.__bound__, U.__default__, U.has_default(), Stack.get.__annotations__, U.evaluate_bound, U.evaluate_default)if 0 else print(U.__bound__, U.__default__, U.has_default(), Stack.get.__annotations__)
Ts, = Many.__type_params__; P, = Par.__type_params__
print(Ts, P, P.args, P.kwargs, repr(Ts), Ts.__name__, P.__name__, list(Ts), tuple[*Ts], tuple[*Ts].__parameters__, tuple[*Ts][int, str], P.__bound__, type(Ts), type(P), type(P.args), P.args.__origin__, Ts.__default__, P.__default__, P.has_default())
type Alias = list[Later]
type Gen[X, *Y, **Z] = dict[X, tuple[*Y]]
type Rec = int | list[Rec]
t(lambda: Alias.__value__)
Later = int
print(Alias, Alias.__name__, Alias.__value__, Alias.__type_params__, Alias.__module__, type(Alias), Gen, Gen.__type_params__, Gen.__parameters__, Gen.__value__, Rec.__value__)
print(Gen[int, str, [int]], Alias | None, None | Alias, Gen[int, str, [int]].__origin__, Gen[int, str, [int]].__args__)
def bounded[T: (int, str), V: undefined_name, W = 5, *A = (1,), **B = [int]](x): pass
a, b, c, d, e = bounded.__type_params__
print(a.__constraints__, a.__bound__, c.__default__, c.__bound__, d.__default__, e.__default__); t(lambda: b.__bound__)
def f[T](): return T
print(f(), f.__type_params__, f.__qualname__, f.__name__, (lambda: 0).__type_params__)
class Outer[T]:
    class Inner[S]:
        def m(self) -> tuple[T, S]: return T, S
    x: T
    def cls(self): return Outer, T
    @staticmethod
    def st[T2](x: T2): return T2
print(Outer.Inner().m(), Outer.Inner.m.__annotations__, Outer.__annotations__, Outer.st(1), Outer().cls(), Outer.Inner.__qualname__)
def deco(f): f.x = 1; return f
@deco
def g[T](x: T = 5, *, k: T = 6) -> T: return x, k
print(g(), g.x, g.__defaults__, g.__kwdefaults__, g.__annotations__)
async def co[T](x: T): return T
import asyncio
print(asyncio.run(co(1)))
def gen[T](x: T): yield T
print(list(gen(1)))
class WithKw[T](metaclass=type): pass
class B0:
    def __init_subclass__(cls, **kw): print("init_sub", cls.__name__, kw); super().__init_subclass__()
class D0[T](B0, tag=5): pass
class S2[T]:
    __slots__ = ('v',)
    def __init__(self, v): self.v = v
x = S2[int](3); print(x.v); t(lambda: x.__orig_class__)
class Nd[T]:
    def __class_getitem__(cls, k): return ('own', k)
print(Nd[int], Nd.__parameters__)
match s:
    case Stack(): print("matched")
class Proto[T: "Stack"]: pass
print(Proto.__type_params__[0].__bound__)
try:
    class Bad[T](1): pass
except TypeError as e: print(e)
