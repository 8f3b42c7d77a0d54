"""What natives consume is made in the running loop: what the items, the functions and the consumers do to each other shows as if it were not."""
import sys


class Loud:
    def __init__(self, name, action=None):
        self.name, self.action = name, action

    def __radd__(self, other):
        if self.action:
            self.action()
        return other + len(self.name)

    def __add__(self, other):
        return len(self.name) + other

    def __bool__(self):
        if self.action:
            self.action()
        return self.name != ""

    def __hash__(self):
        if self.action:
            self.action()
        return 1

    def __eq__(self, other):
        return self is other

    def __lt__(self, other):
        if self.action:
            self.action()
        return self.name < other.name

    def __gt__(self, other):
        return self.name > other.name

    def __repr__(self):
        return self.name


def source(*items):
    for item in items:
        print("give", item, end=" ")
        got = yield item
        if got is not None:
            print("got", got, end=" ")
    print("over", end=" ")


# What looks at the generator while one of its items is being consumed.
def peek():
    print("[peek", next(it, "end"), it.gi_running, it.gi_suspended, "]", end=" ")


def shut():
    print("[close", it.close(), "]", end=" ")


def fail():
    raise KeyError("consumer")


for action in (None, peek, shut, fail):
    for consumer in (sum, any, all, list, tuple, set, sorted, max, min, lambda x: ",".join(map(str, x)), lambda x: dict.fromkeys(x)):
        it = source(Loud("a", action), Loud("bb"), Loud("", action), Loud("d"))
        name = getattr(consumer, "__name__", "?")
        try:
            result = consumer(it)
            print(name, "->", result if name != "set" else sorted(map(repr, result)))
        except (KeyError, TypeError) as error:
            print(name, "raised", repr(error))
        print("   then", list(it))

# Numbers, mixed, with things between.
def numbers(*values):
    for value in values:
        sent = yield value
        assert sent is None


print(sum(numbers(1, 2, 3)), sum(numbers(1, 2.5, True)), sum(numbers(2**62, 2**62, 2**62)), sum(numbers(0.1, 0.2, 0.3)), sum(numbers()))
print(sum(numbers(1, 2), 10), sum(numbers([1], [2]), []), sum(numbers(1, 1j)))
print(max(numbers(1, 5, 3)), min(numbers(2.5, 1.5)), max(numbers(1, 2.5, True, 7)), min(numbers("b", "a")), max(numbers(), default="none"))
print(any(numbers(0, 0.0, "", None, [])), any(numbers(0, 1, 2)), all(numbers(1, "x", [0])), all(numbers(1, None)))
print(sorted(map(repr, set(numbers(1, 1.0, True, "a", "a", (1, 2))))), list(numbers(None, ..., 1)))
unpacked = [*numbers(1, 2), *numbers(3)]
a, *b = numbers(1, 2, 3)
print(unpacked, a, b, {*numbers(4, 4)}, dict(numbers((1, 2), (3, 4))))
print(int.from_bytes(numbers(1, 2)), bytes(numbers(65, 66)), "".join(numbers("x", "y")))
for consumer in (sum, list, set, max):
    def broken():
        yield 1
        yield 2
        raise OSError("source")

    try:
        consumer(broken())
    except OSError as error:
        where = error.__traceback__
        lines = []
        while where:
            lines.append((where.tb_frame.f_code.co_name, where.tb_lineno - broken.__code__.co_firstlineno))
            where = where.tb_next
        print(consumer.__name__, error, lines)


# yield from, through generators and to iterators.
class Custom:
    def __init__(self, *items):
        self.items = list(items)

    def __iter__(self):
        return self

    def __next__(self):
        if not self.items:
            raise StopIteration("rest")
        return self.items.pop(0)


def chain(*parts):
    for part in parts:
        got = yield from part
        if got is not None:
            yield got


def parts():
    return chain([1, 2], (3,), range(4, 6), numbers(6, 7), chain(numbers(8), [9]), Custom(10, 11), {12: 1}, b"\x0d", "e", iter([14]))


print(list(parts()), [*parts()], [x for x in parts()], len(set(parts())))
print(sum(chain([1, 2], numbers(3, 4))))


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


print(sum(tree(8)), list(tree(3)), max(tree(5)), sum(1 for _ in tree(9)))
listing = [1, 2]
it = chain(listing)
print(next(it), listing.append(3), list(it))
it = chain(iter([1, 2, 3]))
for x in it:
    print(x, it.gi_running, it.gi_suspended, it.gi_yieldfrom is not None)

# Functions called for each of many.
def key(x):
    trace.append(x)
    return -x


trace = []
print(sorted([3, 1, 2], key=key), trace, min([3, 1, 2], key=key), max(iter([3, 1, 2]), key=key), max([], key=key, default=0))
print(list(map(key, [1, 2])), sum(map(key, numbers(1, 2))), set(map(lambda x: x % 2, range(5))), any(map(key, [0, 0])))
print(list(map(lambda x: [x] * x, range(3))), ",".join(map(lambda x: str(x), "abc")), sorted(map(key, [1, 3, 2])))


def stops(x):
    if x == 2:
        raise StopIteration("two")
    return x


print(list(map(stops, range(5))), [x for x in map(stops, range(5))], sum(map(stops, range(5))))
rest = iter(range(6))
print(list(map(stops, rest)), list(rest))
for x in map(stops, [0, 1, 2]):
    print(x, end=" ")
else:
    print("else")
try:
    sorted([1, 2, 3], key=stops)
except StopIteration as error:
    print("StopIteration", error.value)
try:
    max([1, 2, 3], key=stops)
except StopIteration as error:
    print("StopIteration", error.value)


class Sum:
    def __add__(self, other):
        raise StopIteration("sum")


try:
    sum(map(lambda x: x, [1, 2]), Sum())
except StopIteration as error:
    print("StopIteration", error.value)


def recursive(n):
    return sum(map(recursive, range(n))) + 1


print(recursive(6), max(map(lambda x: max(map(lambda y: x * y, [1, 2])), [3, 4])))
cells = list(map(lambda x: lambda: x, range(3)))
print([cell() for cell in cells])


def sees():
    return [sys._getframe(1).f_code.co_name, sys._getframe(2).f_code.co_name]


print(sorted([1], key=lambda x: print(sees()[0]) or x))


# Loops over scripts' iterators.
class Count:
    def __init__(self, n, end=StopIteration):
        self.n, self.end = n, end

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise self.end
        return self.n


class Sub(StopIteration):
    pass


kept = StopIteration("kept")
for end in (StopIteration, Sub, StopIteration(1), kept, IndexError("no")):
    try:
        for x in Count(2, end):
            print(x, end=" ")
        else:
            print("else", end=" ")
        print([x for x in Count(3, end)], {x: x for x in Count(1, end)})
    except IndexError as error:
        print("IndexError", error)
print(kept.__traceback__ is not None, kept.__context__)
for x, y in map(lambda x: (x, -x), range(2)):
    print(x, y, end=" ")
print()


class Handled:
    def __iter__(self):
        return self

    def __next__(self):
        try:
            raise StopIteration
        except StopIteration:
            try:
                raise StopIteration("again")
            finally:
                print("finally", end=" ")


for x in Handled():
    pass
try:
    raise ValueError("in flight")
except ValueError:
    for x in Count(1, kept):
        print(sys.exception())
    print(sys.exception())
for x in Count(3):
    if x == 1:
        break
    for y in Count(x):
        print(x, y, end=" ")
print()


def endless():
    for x in Count(1):
        endless()


try:
    endless()
except RecursionError:
    print("RecursionError")
