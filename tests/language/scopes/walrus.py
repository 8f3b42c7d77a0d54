# Assignment expressions.
if (n := len("hello")) > 3:
    print(n)
data = iter([1, 2, 0, 3])
while chunk := next(data):
    print("chunk", chunk)
print((y := 5) + y, [z := 1, z + 1])
print([last := v for v in "abc"], last, any((hit := v) > 2 for v in [1, 2, 3, 4]), hit)
def function(x):
    return (x := x + 1) * (x := x + 1), x
print(function(1))
print(f"{(w := 7)} {w}", {(k := "key"): (v := "value")}, k, v)
items = [1, 2, 3]
items[(i := 1)] = 9
print(items, i, items[(j := 0):2], j)
print((lambda: (inner := 3) + inner)())
def test(): return (m := 10) and m - 1
print(test(), (p := 1, 2), p)
