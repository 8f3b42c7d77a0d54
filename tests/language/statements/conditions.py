# if, elif, truth, chains of comparisons, is, in, conditional expressions.
def kind(x):
    if x is None: return "none"
    elif x is True or x is False: return "bool"
    elif not x: return "empty"
    elif isinstance(x, str): return "text"
    else: return "other"


print([kind(x) for x in [None, True, 0, "", [], {}, "a", 5, 0.0, (), (0,), set(), b"", range(0)]])
x = 1
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2 != 1, 1 == x is not None, 1 < 2 in [2], "a" < "b" < "c" == "c")
print([] is [], None is None, not None is None, 1 not in [2], not 1 in [2], (not True) == False)
x = 5
print("big" if x > 3 else "small", "a" if 0 else "b" if 0 else "c", (1 if x else 2) + 1, 1 if x else 2 + 1)
print(0 or None or [] or "last", 1 and [] and 5, None and 1 / 0, 1 or 1 / 0, not 0 and not "", (x > 3) + (x > 4))
if x > 10: print("never")
elif x > 4 and (y := x * 2) > 9: print("y", y)
else: print("never")
if x: pass
if not (x == 5 and x != 6 or False): print("never")
print(x == 5 and "yes" or "no", x in (1, 5), x not in {5}, x in {5: 1}, "5" in str(x))
class Falsy:
    def __bool__(self): print("asked", end=" "); return False
f = Falsy()
if f: print("never")
print(f or "or", (f and 1) is f, not f, "t" if f else "e")
while f: pass
print(bool(f), [n for n in range(2) if f], all([f]), any([f]))
nan = float("nan")
print(nan in [nan], nan == nan, [nan] == [nan], (1, 2) < (1, 3) < (2,), [1, [2]] == [1, [2]], {1, 2} > {1})
