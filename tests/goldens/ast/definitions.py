def f(): pass
def g(a, b: int, /, c=1, *args: str, d, e: float = 2.5, **kw: dict) -> list: return a
async def h(*, a): await a
def k(*args: *Ts): ...
@d1
@d2.x(1)
class C(B, *bases, metaclass=M, **kw):
    """Doc."""
    x: int = 1
    def m(self): self.y: str
class D: pass
def generic[T: int, U: (str, bytes) = str, *Ts = *tuple[int], **P = [int]](x: T) -> U: pass
class G[T](Base[T]): pass
type Alias[T] = list[T] | None
lambda: 0
lambda a, /, b=1, *c, d, e=2, **f: (a, b)
lambda *, a: a
