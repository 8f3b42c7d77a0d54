# proxy, WeakMethod, finalize.
import atexit
import weakref


class Account:
    """What a proxy stands for."""
    def __init__(self, amount): self.amount = amount
    def double(self): return self.amount * 2
    def __add__(self, other): return f"{self.amount}+{other}"
    def __radd__(self, other): return f"{other}+{self.amount}"
    def __len__(self): return 3
    def __getitem__(self, key): return ("item", key)
    def __contains__(self, item): return item == "in"
    def __iter__(self): return iter("abc")
    def __eq__(self, other): return isinstance(other, Account) and self.amount == other.amount
    def __str__(self): return f"Account of {self.amount}"
    def __call__(self, *args, **kwargs): return (args, kwargs)
    def __bool__(self): return self.amount > 0


account = Account(5)
p = weakref.proxy(account)
print(p.amount, p.double(), p + 1, 1 + p, len(p), p["k"], "in" in p, list(p), p == account, str(p), bool(p), p.__doc__)
p.amount = 7
p.extra = "new"
print(account.amount, account.extra, hasattr(p, "nothing"), isinstance(p, Account), p.__class__ is Account, type(p).__name__)
del p.extra
print(hasattr(account, "extra"), p(1, a=2), type(p) is weakref.CallableProxyType, repr(p).split(" at ")[0])
try:
    hash(p)
except TypeError as error:
    print(str(error)[:15])
try:
    p.nothing
except AttributeError as error:
    print(error)
gone = []
q = weakref.proxy(account, lambda dead: gone.append(dead is q))
del account
print(gone)
for use in [lambda: p.amount, lambda: p + 1, lambda: len(p), lambda: str(p), lambda: p == 1, lambda: bool(p), lambda: p()]:
    try:
        use()
    except ReferenceError as error:
        print(type(error).__name__, error)
class Plain: pass
plain = Plain()
print(type(weakref.proxy(plain)) is weakref.ProxyType, weakref.ProxyTypes == (weakref.ProxyType, weakref.CallableProxyType))

# Methods.
account = Account(3)
plain = weakref.ref(account.double)
method = weakref.WeakMethod(account.double, lambda dead: print("the method is gone", dead() is None))
print(plain(), method()(), method == weakref.WeakMethod(account.double), method != weakref.WeakMethod(Account(3).double))
print(isinstance(method, weakref.ref))
del account
print(method())
try:
    weakref.WeakMethod(len)
except TypeError as error:
    print(error)

# Finalisers.
class Resource: pass
resource = Resource()
def release(*args, **kwargs):
    print("released", args, kwargs)
    return "result"
f = weakref.finalize(resource, release, 1, 2, a=3)
print(f.alive, f.atexit, f.peek()[1:] == (release, (1, 2), {"a": 3}), f.peek()[0] is resource, repr(f).split(" at ")[0])
del resource
print(f.alive, f.peek(), f(), repr(f).endswith("; dead>"))
resource = Resource()
f = weakref.finalize(resource, release, "called by hand")
print(f(), f(), f.alive)
f = weakref.finalize(resource, release, "detached")
print(f.detach()[2], f.alive)
del resource
kept = [Resource() for _ in range(3)]
for number, resource in enumerate(kept):
    f = weakref.finalize(resource, release, "at exit", number)
f.atexit = False
def fails(): raise ValueError("while exiting")
atexit.register(print, "atexit", "runs", sep=" - ")
atexit.register(fails)
never = atexit.register(lambda: print("never"))
atexit.unregister(never)
print("end", atexit._ncallbacks())
