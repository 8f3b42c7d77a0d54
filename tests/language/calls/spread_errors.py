# Errors of * and ** in calls and displays: which callee they name.
def f(*a, **k): return a, k
class C:
    def m(self, *a, **k): pass
    def __call__(self, *a, **k): pass
class D:
    def __init__(self, **k): pass
def gen():
    yield 1
    raise TypeError("inner")
class NK:
    def keys(self): return 5
class NK2:
    def keys(self): raise AttributeError("mine")
class NK3:
    def keys(self): return [1]
    def __getitem__(self, k): return k
class NK4:
    def keys(self): return ['a']
class It:
    def __iter__(self): raise TypeError("custom iter")
class It2:
    def __iter__(self): return 3
class It3:
    def __iter__(self): return self
    def __next__(self): raise AttributeError('nx')
c = C()
lam = lambda **k: k
import asyncio
tests = '''f(*1)
f(1, *1)
f(*1, 2)
f(*[1], *1)
f(*1, *[1])
f(*1, **1)
f(*1, a=1)
f(1, *1, a=1)
f(**1)
f(a=1, **1)
f(**1, a=1)
f(**{}, **1)
f(**{'a':1}, a=1)
f(a=1, **{'a':1})
f(**{'a':1}, **{'a':1})
f(**{1:1})
f(**{'a':1}, **{1:1})
f(a=1, **{1:1})
c.m(*1)
c.m(**1)
c.m(**{'a':1}, a=1)
C(*1)
C.m(*1)
D(**1)
D(**{'a':1}, a=1)
D(**{'a':1}, **{'a':2})
print(*1)
print(**1)
print(**{'sep':1}, sep=2)
print(**{'sep':1}, **{'sep':2})
[].append(*1)
"".join(*1)
"".join(**1)
int(*1)
int(**1)
dict(**{'a':1}, a=2)
dict(**{1:1})
dict(a=1, **{1:1})
lam(*1)
lam(**1)
lam(a=1, **{'a':1})
f(*gen())
f(1, *gen())
f(**NK())
f(**NK2())
f(**NK3())
f(**NK4())
f(a=1, **NK())
f(a=1, **NK2())
f(a=1, **NK3())
f(a=1, **NK4())
f(*It())
f(1, *It())
f(*It2())
f(1, *It2())
f(*It3())
f(1,*It3())
[*1]
[*It2()]
(*1,)
{*1}
{**1}
{**NK()}
{**NK2()}
{**NK4()}
f(*None)
f(**None)
f(**'ab')
type(*1)
type('x', **1)
len(*[1], **{'a': 2})
f.__call__(*1)
c.m.__call__(*1)
print.__call__(*1)
sorted(*1)
sorted(**1)
max(*1)
f(*f)
'''.split('\n')
def boom():
    class X(*1): pass
def boom2():
    class X(**1): pass
def boom3():
    class X(metaclass=type, **{'metaclass':1}): pass
def boom4():
    class X(1, *1): pass
for t in tests:
    if not t: continue
    try: print(t, eval(t))
    except Exception as e: print(t, '|', type(e).__name__, e, '| ctx', repr(e.__context__), repr(e.__cause__))
for b in boom, boom2, boom3, boom4:
    try: b()
    except Exception as e: print(b.__name__, '|', type(e).__name__, e)
