match x:
    case 1 | -1 | 1.5 | 2 + 3j | -1 - 2j: pass
    case "a" "b" | b"c": pass
    case None | True | False: pass
    case a.b.c: pass
    case [1, *rest, 2] | (1, *rest): pass
    case []: pass
    case (): pass
    case (a) if a: pass
    case (a,): pass
    case a, *_: pass
    case {"k": v, a.b: 1, -1: _, **rest}: pass
    case {}: pass
    case C(): pass
    case m.C(1, x=2, y=C(z)): pass
    case (1 | 2) as n if n > 1: pass
    case [C(a) as b, _]: pass
    case _: pass
match a, b:
    case x, y: pass
match *a, b:
    case x: pass
match (yield):
    case x:
        pass
