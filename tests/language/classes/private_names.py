# Names with two leading underscores are mangled inside a class.
class A:
    __secret = 1
    def __init__(self): self.__value = 2
    def read(self): return self.__value, self.__secret, A.__secret
    def __method(self): return "A method"
    def call(self): return self.__method()
    __dunder__ = "not mangled"


class B(A):
    def __init__(self):
        super().__init__()
        self.__value = 3
    def __method(self): return "B method"
    def call_b(self): return self.__method(), self.call()


b = B()
print(b.read(), b.call_b(), vars(b), b._A__secret, b.__dunder__)
try:
    b.__value
except AttributeError as error:
    print(error)
class C:
    def f(self):
        __local = 5
        def g(): return __local
        return g(), [k for k in locals() if "local" in k]
    def kw(self, __x=1): return __x
    try:
        import __missing_module
    except ImportError as error:
        message = str(error)
print(C().f(), C().kw(), C().kw(_C__x=2), C.message)
class _Lead:
    __x = 1
print(_Lead._Lead__x)
