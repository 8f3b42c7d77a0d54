# Template strings as objects: construction, concatenation, reprs, errors.
name, n = "Ada", 3
t = t"hi {name} {n:>{n}} {n!r} {n + 1 = } end"
print(repr(t)); print(t.interpolations[0], t.values, list(t))
I = type(t.interpolations[0]); T = type(t)
print(I, T, I.__match_args__, I.__module__)
def tr(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
tr(lambda: t + "x"); tr(lambda: "x" + t); tr(lambda: t + 1); tr(lambda: 1 + t); tr(lambda: t + t)
tr(lambda: T("a", I(1, "x"), "b", "c")); tr(lambda: T(1)); tr(lambda: I()); tr(lambda: I(1,2)); tr(lambda: I(1,"a","z")); tr(lambda: I(1, "x", "r", ">3")); tr(lambda: I(value=1,expression="e"))
match t.interpolations[1]:
    case I(v, e, c, f): print(v, e, c, f)
tr(lambda: t == t"hi"); tr(lambda: t"" == t""); tr(lambda: len(t)); tr(lambda: str(t"a{1}")); tr(lambda: f"{t'x'}")
tr(lambda: hash(t) == hash(t))
