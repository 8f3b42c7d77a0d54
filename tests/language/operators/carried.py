class P(tuple): pass
class Q(P): pass
class R(tuple):
    def __eq__(self, o): return "R.eq"
    __hash__ = tuple.__hash__
class L(list): pass
class I(int): pass
class F(float):
    def __lt__(self, o): return "F.lt"
class S(str): pass
class D(dict): pass
for a, b in [(P((1,2)), P((1,2))), (P((1,2)), (1,2)), ((1,2), P((1,3))), (P((1,)), Q((1,))), (P((1,)), R((1,))), (R((1,)), P((1,))),
             (L([1]), [1]), (L([1]), L([2])), (I(3), 3), (I(3), I(4)), (I(3), F(4)), (F(4), I(3)), (S("a"), "a"), (S("a"), S("b")), (D(a=1), {"a": 1}),
             (P((1,)), L([1])), (P((1,)), [1]), (I(3), 3.0), (S("a"), I(1))]:
    print(a == b, a != b, end=" ")
    for op in ("<", ">="):
        try: print(eval(f"a {op} b"), end=" ")
        except TypeError as e: print(e, end=" ")
    print()
print(P((1, 2)) in [P((1, 2))], {P((1,)): 5}[(1,)], sorted([P((2,)), P((1,))]), max(I(3), I(5)))
