# types.SimpleNamespace: attributes, pairs, recursion, comparison, __replace__.
import sys

Namespace = type(sys.implementation)
ns = Namespace(a=1, b=2)


def recursion():
    ns.ns = ns
    return repr(ns)


for call in (lambda: ns.__dict__, lambda: vars(ns), lambda: Namespace([("a", 1), ("b", 2)]), lambda: Namespace([("a", 1)], a=2),
             lambda: ns.__replace__(b=3, c=4), lambda: ns.__replace__(5), lambda: ns < ns, lambda: ns.missing,
             lambda: Namespace(5), lambda: sorted(n for n in dir(ns) if n[0] != "_"), lambda: ns.__reduce__()[1:], recursion):
    try:
        print(call())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
