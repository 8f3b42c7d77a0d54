# ExceptionGroup: making, nesting, split, subgroup, derive.
group = ExceptionGroup("problems", [ValueError("a"), TypeError("b"), ExceptionGroup("inner", [KeyError("c"), ValueError("d")])])
print(group, repr(group), group.message, len(group.exceptions))
print(repr(group.subgroup(ValueError)))
print(repr(group.subgroup(lambda e: isinstance(e, KeyError))), group.subgroup(OSError))
match_, rest = group.split((ValueError, KeyError))
print(repr(match_), repr(rest))
print(repr(group.derive([OSError("x")])))
print(isinstance(group, Exception), isinstance(BaseExceptionGroup("b", [KeyboardInterrupt()]), Exception))
print(type(BaseExceptionGroup("only ordinary", [ValueError()])).__name__)
for bad in [lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [5]), lambda: ExceptionGroup("x", 5), lambda: ExceptionGroup("x"),
            lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup(5, [ValueError()])]:
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
class Mine(ExceptionGroup):
    def derive(self, errors): return Mine("derived", errors)
print(repr(Mine("m", [ValueError(1), KeyError(2)]).split(KeyError)))
try:
    raise group
except ExceptionGroup as caught:
    print(caught is group, [type(e).__name__ for e in caught.exceptions])
