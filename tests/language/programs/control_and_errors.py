"""Errors that reach the top, finally, loops with else, global state, string building, walrus, sorting stability."""
import sys
import traceback


def risky(n):
    for i in range(n):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            if i == 5:
                return "five"
        finally:
            print("f", i, end=" ")
    else:
        return "exhausted"
    return "broke"


print(risky(2), risky(4))


def nested():
    try:
        try:
            raise ValueError("inner")
        except ValueError as e:
            saved = e
            raise TypeError("outer") from e
        finally:
            print("cleanup")
    except TypeError as e:
        return e, e.__cause__ is saved, e.__context__ is saved


print(nested())


def swallow():
    try:
        return "try"
    finally:
        print("finally before return")


def gen_cleanup():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("closing")
        raise
    finally:
        print("gen finally")


print(swallow())
g = gen_cleanup()
print(next(g))
g.close()
g = gen_cleanup()
next(g)
try:
    g.throw(KeyError("thrown"))
except KeyError as e:
    print("got", e)


class AppError(Exception):
    code = 1
    def __init__(self, message, **details):
        super().__init__(message)
        self.details = details


class NotFound(AppError):
    code = 404


def lookup(table, *path):
    node = table
    for depth, key in enumerate(path):
        try:
            node = node[key]
        except (KeyError, IndexError) as e:
            raise NotFound(f"no {key!r} at depth {depth}", path=path) from e
        except TypeError:
            raise NotFound("not a container", node=node) from None
    return node


table = {"a": [1, {"b": "deep"}]}
for path in [("a", 1, "b"), ("a", 5), ("x",), ("a", 0, "z")]:
    try:
        print(lookup(table, *path))
    except AppError as e:
        print(type(e).__name__, e, e.code, e.details, repr(e.__cause__), e.__suppress_context__, e.args)
try:
    lookup(table, "x")
except NotFound:
    kind, value, tb = sys.exc_info()
    text = traceback.format_exc()
    print(kind is NotFound, value is not None, text.count("Traceback"), "direct cause" in text, text.splitlines()[-1])
rows = [("b", 2), ("a", 2), ("c", 1), ("a", 1)]
print(sorted(rows, key=lambda r: r[1]), sorted(rows, key=lambda r: r[0], reverse=True), sorted(sorted(rows), key=lambda r: -r[1]), rows.sort() or rows)
print([y := 1, y ** 2, (z := y + 1) and z], [last := x for x in range(3)], last, (lambda n: (m := n) + m)(2))
while (n := len(rows)) > 2:
    rows.pop()
else:
    print("else", n)
for i in range(3):
    for j in range(3):
        if i * j == 2:
            break
    else:
        continue
    print("broke at", i, j)
    break
print(*(f"{i:>{w}}" for i, w in zip(range(3), (1, 3, 5))), sep="|", end="!\n")
x = 5
def scope():
    global x
    x += 1
    def inner():
        x = 10
        return x
    return inner(), x
print(scope(), x, [x for x in "ab"], x)
try:
    def broken():
        print(undefined_thing)
    broken()
except NameError as e:
    print(e, e.name)
try:
    def unbound():
        print(late)
        late = 1
    unbound()
except UnboundLocalError as e:
    print(e)
for bad in ("int('4x')", "[][1]", "{}['k']", "'a' + 1", "1 + 'a'", "None.x", "len(5)", "(1).foo", "[1,2].index(9)", "{1}.remove(2)", "'abc'.index('z')", "int([])", "float('y')", "chr(-1)", "ord('ab')", "range(1, 2, 0)", "'%d' % 'x'", "'{}{}'.format(1)", "'{a}'.format(b=1)", "f'{3:z}'", "iter(3)", "next(iter([]))", "[].pop()", "{}.popitem()", "'x' * 'y'", "[1] + (2,)", "sum(['a'])", "sorted([1, 'a'])", "max([])", "dict([1])", "dict([(1, 2, 3)])", "set([[]])", "{[]: 1}", "bytes([256])", "b'a' + 'a'", "'a'.join([1])", "'a'.encode('ascii').decode('nope')", "'é'.encode('ascii')", "b'\\xff'.decode()", "1 / 0", "1 % 0", "0 ** -1", "2.0 ** 5000", "10 ** 5000 * 1.0", "int('9' * 5000)", "isinstance(1, 'x')", "object().x", "type('A', (), {})().b", "(lambda a, /, b, *, c: 0)()", "(lambda: 0)(1)", "(lambda a: 0)(b=1)", "print(1, foo=2)", "__import__('nope')", "eval('1 +')", "exec('x = = 1')", "compile('a b', 'f', 'eval')", "'abc'[5]", "'abc'['x']", "[1][1.0]", "(1, 2)['a']", "abs('x')", "round('x')", "divmod(1, 0)", "pow(2, -1, 4)", "hash([])", "setattr(1, 'a', 2)", "super()", "bytes(-1)", "memoryview" if False else "1"):
    try:
        print(bad, "->", eval(bad))
    except Exception as e:
        print(bad, "!!", type(e).__name__, e)


def main():
    state = {"depth": 0}
    def recurse(k):
        state["depth"] = k
        return recurse(k + 1)
    try:
        recurse(0)
    except RecursionError as e:
        print(str(e)[:32], state["depth"] > 500)
    raise NotFound("final", reason="end") from ValueError("root")


try:
    main()
except NotFound as e:
    print(repr(e), e.details, repr(e.__cause__))
