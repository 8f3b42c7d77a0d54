# match: literals, captures, or, guards, wildcards, sequences.
def describe(x):
    match x:
        case 0: return "zero"
        case 1 | 2 | 3: return "small"
        case -1: return "minus one"
        case 1.5 | -2.5: return "float"
        case "hello": return "greeting"
        case b"bytes": return "bytes"
        case None: return "nothing"
        case True: return "true"
        case []: return "empty"
        case [one]: return f"one {one!r}"
        case [1, second]: return f"starts with one, then {second}"
        case (a, b) if a == b: return f"twins {a}"
        case [first, *_, last] if len(x) > 3: return f"long {first}..{last}"
        case [a, [b, *c]]: return f"nested {a} {b} {c}"
        case [*items]: return f"items {items}"
        case str() as text: return f"text {text}"
        case int(n) if n > 100: return f"big {n}"
        case n if n == 50: return "fifty"
        case _: return "other"


for x in [0, 1, 3, -1, 1.5, -2.5, "hello", b"bytes", None, True, False, [], [9], (9,), [1, 5], (4, 4), [1, 2, 3, 4, 5], [4, [5, 6, 7]],
          [7, 8, 9], "ab", 101, 50, 51, {1}, {}, range(2), 1.0, b"no"]:
    print(x, "->", describe(x))
def no_match(x):
    match x:
        case 1: return "one"
    return "fell through"
print(no_match(1), no_match(2))
match 5, 6:
    case x, y: print(x, y)
match = 1
case = 2
print(match + case)
match (1, 2, 3):
    case 1, *rest: print(rest)
match "text":
    case [*_]: print("never: text is no sequence")
    case _ as whole if (n := len(whole)) > 3: print(whole, n)
