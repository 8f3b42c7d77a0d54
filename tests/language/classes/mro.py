# The C3 order of several bases.
class A:
    def who(self): return ["A"]
class B(A):
    def who(self): return ["B"] + super().who()
class C(A):
    def who(self): return ["C"] + super().who()
class D(B, C):
    def who(self): return ["D"] + super().who()
class E(C, B):
    def who(self): return ["E"] + super().who()


def names(cls): return [c.__name__ for c in cls.__mro__]


print(D().who(), E().who(), names(D), names(E), [c.__name__ for c in D.mro()])
try:
    class F(D, E): pass
except TypeError as error:
    print(error)
try:
    class G(A, B): pass
except TypeError as error:
    print(error)
try:
    class H(A, A): pass
except TypeError as error:
    print(error)
try:
    class I(5): pass
except TypeError as error:
    print(error)
try:
    class J(bool): pass
except TypeError as error:
    print(error)
class X: attr = "X"
class Y: attr = "Y"; only = "Y only"
class Z(X, Y): pass
print(Z.attr, Z.only, Z.__bases__, Z.__base__, issubclass(Z, Y), issubclass(Z, (int, X)), isinstance(Z(), Y))
X.attr = "changed"
print(Z().attr)
del X.attr
print(Z().attr)
Z.__bases__ = (Y, X)
print(names(Z))
print(names(bool), names(KeyError), sorted(c.__name__ for c in A.__subclasses__()))
