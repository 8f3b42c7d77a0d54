# Parameter and Signature as objects: checks, comparison, changes, text.
import copy
import inspect
from inspect import Parameter as P, Signature as S


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


print([kind.name for kind in type(P.KEYWORD_ONLY)], [kind.description for kind in type(P.KEYWORD_ONLY)])
print(P.VAR_KEYWORD, repr(P.VAR_KEYWORD), int(P.VAR_KEYWORD), P.POSITIONAL_ONLY < P.KEYWORD_ONLY, P.empty, S.empty is P.empty)
for make in (lambda: P("a b", P.POSITIONAL_ONLY), lambda: P(1, P.POSITIONAL_ONLY), lambda: P("a", 9), lambda: P("a", -1),
             lambda: P("class", P.KEYWORD_ONLY), lambda: P("class", P.POSITIONAL_ONLY), lambda: P("a", P.empty),
             lambda: P("a", P.VAR_POSITIONAL, default=1), lambda: P("a", P.VAR_KEYWORD, default=1),
             lambda: P(".0", P.POSITIONAL_OR_KEYWORD), lambda: P(".0", P.KEYWORD_ONLY), lambda: P(".x", 1),
             lambda: P("a", 1, default=1), lambda: P("a", 0, annotation=int), lambda: P("a", 1, default=[], annotation="T"),
             lambda: P("a", P.VAR_POSITIONAL, annotation=int), lambda: P("a", P.VAR_KEYWORD),
             lambda: repr(P("a", 1, default="x", annotation=list[int])), lambda: P(".0", 1).kind):
    attempt(make)

one = P("a", P.POSITIONAL_OR_KEYWORD, default=5, annotation=int)
print(one.name, one.kind, one.default, one.annotation)
print(one.replace(name="b"), one.replace(default=P.empty), one.replace(annotation=P.empty), one.replace(kind=P.KEYWORD_ONLY).kind)
print(copy.replace(one, name="c"), copy.deepcopy(one) == one, one.__reduce__()[1])
print(one == P("a", 1, default=5, annotation=int), one == P("a", 1, default=6, annotation=int), one == 3, one != one.replace(name="z"))
print(hash(one) == hash(one.replace()), {one: 1}[one.replace()])
for change in ("name", "kind", "new"):
    attempt(lambda: setattr(one, change, 1))

print("signatures")
for make in (lambda: S(), lambda: S([one, P("k", P.KEYWORD_ONLY)]), lambda: S([P("k", P.KEYWORD_ONLY), one]),
             lambda: S([one, P("b", 1)]), lambda: S([one, P("b", 3)]), lambda: S([one, one]), lambda: S([1]), lambda: S(one),
             lambda: S([one], return_annotation=int), lambda: S([P("a", 0), P("b", 1), P("c", 2), P("d", 3), P("e", 4)]),
             lambda: S([P("a", 0)]), lambda: S([P("d", 3), P("e", 3)]), lambda: S([P("a", 0), P("d", 3)]),
             lambda: S(return_annotation=None)):
    attempt(make)

both = S([P("a", 1), P("x", 3), P("y", 3)])
other = S([P("a", 1), P("y", 3), P("x", 3)])
print(both == other, hash(both) == hash(other), both == S([P("a", 1), P("x", 3)]), both == 1, S([P("a", 0)]) == S([P("a", 1)]))
print(list(both.parameters), both.parameters["x"], both.return_annotation)
print(both.parameters)
print(repr(S().parameters))
print(both.replace(parameters=[]), both.replace(return_annotation=int), copy.replace(both, return_annotation=str))
print(copy.deepcopy(both) == both, both.__reduce__()[2])
attempt(lambda: both.parameters["nope"])
attempt(lambda: both.parameters.__setitem__("n", 1))


class MyParameter(P):
    pass


class MySignature(S):
    _parameter_cls = MyParameter


def f(a, *, b): pass


mine = MySignature.from_callable(f)
print(type(mine).__name__, [type(p).__name__ for p in mine.parameters.values()], repr(mine))
attempt(lambda: S.from_callable(3))

print("annotations")
import typing
for annotation in (int, list[int], "x", int | None, typing.Any, typing.List[int], typing.Optional[str], typing.Callable[[int], typing.Any],
                   None, 3, S, ..., type(inspect), typing.Union[int, str]):
    print(inspect.formatannotation(annotation), inspect.formatannotation(annotation, quote_annotation_strings=False))


class Local: pass


print(inspect.formatannotation(Local), inspect.formatannotation(Local, "__main__"), inspect.formatannotationrelativeto(f)(Local))
