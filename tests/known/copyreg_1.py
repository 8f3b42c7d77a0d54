# object.__reduce_ex__, __reduce__ and __getstate__.
class A:
    pass


class S:
    __slots__ = ("x", "y")


a, s = A(), S()
a.v, s.x = 1, 2
print(a.__getstate__(), s.__getstate__(), A().__getstate__(), object().__getstate__())
print(a.__reduce_ex__(2)[1:], s.__reduce_ex__(4)[1:], a.__reduce_ex__(1)[1:], a.__reduce__()[1:])
print(a.__reduce_ex__(2)[0].__name__, a.__reduce_ex__(0)[0].__name__, S.__slotnames__)
print({1}.__reduce_ex__(4), range(3).__reduce__(), slice(1, 2).__reduce__(), bytearray(b"x").__reduce_ex__(4), [].append.__reduce__())
for value in (iter([1, 2]), iter((1,)), iter("a"), iter({1: 2}), iter({1}), iter(range(3)), reversed([1]), iter(int, 5)):
    print(type(value).__name__, value.__reduce__())
for value in (enumerate([1]), zip([1]), map(len, []), filter(None, [])):
    print(type(value).__name__, value.__reduce__()[0])
for value in (a.__reduce_ex__, (i for i in ()), lambda: 0, {}.keys()):
    try:
        value.__reduce_ex__(4)
    except TypeError as error:
        print(error)
for call in (lambda: a.__reduce_ex__(), lambda: a.__reduce_ex__("2"), lambda: s.__reduce_ex__(1), lambda: a.__reduce__(1)):
    try:
        call()
    except TypeError as error:
        print(error)
