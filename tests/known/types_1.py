# types.MethodType: what it refuses.
class C:
    def f(self):
        pass


Method = type(C().f)
for call in (lambda: Method(len, None), lambda: Method(5, 5), lambda: Method(len), lambda: type("M", (Method,), {})):
    try:
        print(call())
    except TypeError as error:
        print(error)
