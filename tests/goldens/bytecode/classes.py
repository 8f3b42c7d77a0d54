"""Module."""


class A(B, metaclass=M):
    """doc"""
    x: int = 3
    __p = 1

    def __init__(self, a: int = 1) -> None:
        super().__init__()
        self.a = a
        self.__p = __class__
        n = super().q

    def m(self):
        def inner():
            nonlocal v
            v = self.a
            return super
        v = 1
        return [lambda: (q, self) for q in v]

    y = [x for x in range(3)]


class G[T: int, *Ts, **P = [int]](Base[T]):
    def f[U](self, x: U, y: T = 1) -> G: ...


type Alias[K] = dict[K, "v"]
