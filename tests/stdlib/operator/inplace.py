# The operators in place.
from operator import *


def attempt(call, *args):
    try:
        print(call(*args))
    except Exception as error:
        print(type(error).__name__, error)


print(iadd(1, 2), isub(5, 3), imul(2, 3), itruediv(7, 2), ifloordiv(7, 2), imod(7, 4), ipow(2, 5))
print(ilshift(1, 3), irshift(16, 2), iand(6, 3), ior(6, 3), ixor(6, 3))
items = [1]
print(iadd(items, (2, 3)) is items, items, imul(items, 2) is items, items)
names = {"a"}
print(ior(names, {"b"}) is names, sorted(names), iand(names, {"b", "c"}) is names, names)
print(isub(names, {"b"}) is names, names, ixor(names, {"q"}) is names, names)
table = {"a": 1}
print(ior(table, [("b", 2)]) is table, table)
pair = (1,)
print(iadd(pair, (2,)), pair, iadd("x", "y"))


class Account:
    def __init__(self, amount):
        self.amount = amount

    def __repr__(self):
        return f"Account({self.amount})"

    def __iadd__(self, other):
        self.amount += other
        return self

    def __add__(self, other):
        return Account(self.amount + other)

    def __sub__(self, other):
        return Account(self.amount - other)

    def __imatmul__(self, other):
        return "imatmul", other

    def __ipow__(self, other):
        return "ipow", other

    def __ifloordiv__(self, other):
        return NotImplemented

    def __rmod__(self, other):
        return "rmod", other


account = Account(5)
print(iadd(account, 2) is account, account, add(account, 1), isub(account, 3) is account, account)
print(imatmul(account, 1), ipow(account, 2), imod(7, account))
attempt(ifloordiv, account, 2)
for function, args in ((iadd, (1, "a")), (iadd, ([1], 2)), (isub, ("a", "b")), (imul, ([], "x")), (itruediv, (1, 0)),
                       (imatmul, (1, 2)), (ipow, ("a", 2)), (ilshift, (1, None)), (iand, ([], [])), (ior, ({}, 1)),
                       (ixor, (1, 1.5)), (irshift, (1, -1)), (imod, ([], 1)), (ifloordiv, ("a", 1))):
    attempt(function, *args)
