"""Inventory: records without dataclasses, descriptors, properties, sorting, formatting."""
import sys


class Field:
    _counter = 0

    def __init__(self, kind, default=..., check=None):
        self.kind, self.default, self.check = kind, default, check
        Field._counter += 1
        self.order = Field._counter

    def __set_name__(self, owner, name):
        self.name = name
        self.slot = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        try:
            return getattr(instance, self.slot)
        except AttributeError:
            raise AttributeError(f"{owner.__name__}.{self.name} is not set") from None

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name}: expected {self.kind.__name__}, got {type(value).__name__}")
        if self.check and not self.check(value):
            raise ValueError(f"{self.name}: bad value {value!r}")
        setattr(instance, self.slot, value)

    def __repr__(self):
        return f"<Field {self.name}: {self.kind.__name__}>"


class RecordMeta(type):
    def __new__(mcls, name, bases, namespace, *, frozen=False):
        cls = super().__new__(mcls, name, bases, namespace)
        fields = {}
        for base in reversed(cls.__mro__):
            for key, value in vars(base).items():
                if isinstance(value, Field):
                    fields[key] = value
        cls._fields = dict(sorted(fields.items(), key=lambda item: item[1].order))
        cls._frozen = frozen
        cls.__match_args__ = tuple(cls._fields)
        return cls

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)

    def __len__(cls):
        return len(cls._fields)

    def __iter__(cls):
        return iter(cls._fields)


class Record(metaclass=RecordMeta):
    def __init__(self, *args, **kwargs):
        names = list(type(self))
        if len(args) > len(names):
            raise TypeError(f"{type(self).__name__} takes {len(names)} values, got {len(args)}")
        values = dict(zip(names, args)) | kwargs
        for name, field in self._fields.items():
            if name in values:
                setattr(self, name, values.pop(name))
            elif field.default is not ...:
                setattr(self, name, field.default() if callable(field.default) else field.default)
            else:
                raise TypeError(f"missing value for {name!r}")
        if values:
            raise TypeError(f"unknown fields: {', '.join(sorted(values))}")

    def __repr__(self):
        inner = ", ".join(f"{n}={getattr(self, n)!r}" for n in type(self))
        return f"{type(self).__qualname__}({inner})"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, n) == getattr(other, n) for n in type(self))

    def __hash__(self):
        return hash(tuple(getattr(self, n) for n in type(self)))


class Item(Record):
    name = Field(str, check=str.strip)
    price = Field(float, 0.0, lambda p: p >= 0)
    tags = Field(list, list)


class Book(Item, frozen=True):
    author = Field(str, "anonymous")

    @property
    def label(self):
        return f"{self.name} by {self.author}"

    @label.setter
    def label(self, text):
        self.name, _, self.author = text.partition(" by ")


def attempt(action, *args, **kwargs):
    try:
        return action(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(len(Book), list(Book), Book.name, Book._frozen, Item._frozen)
b = Book("Dune", 9.5, author="Herbert")
print(b, b.label, b == Book("Dune", 9.5, [], "Herbert"), b != Item("Dune", 9.5))
b.label = "Emma by Austen"
print(b.name, b.author, vars(b))
print(attempt(Item), attempt(Item, " "), attempt(Item, "x", 1), attempt(Item, "x", -1.0), attempt(Item, "x", foo=1, bar=2), sep="\n")
print(attempt(Item, 1, 2, 3, 4), attempt(lambda: Item.__new__(Item).name), sep="\n")
stock = [Item("pen", 1.25, ["office"]), Item("lamp", 20.0), Book("Dune", 9.5), Item("cup", 3.0, ["kitchen", "office"])]
for item in sorted(stock, key=lambda i: (-i.price, i.name)):
    print(f"{item.name:<8}|{item.price:>8.2f}|{', '.join(item.tags) or '-':^16}|")
total = sum(i.price for i in stock)
print(f"{'total':<8}|{total:>8.2f}|{total:+.1e}|{total:_.3f}|{int(total):#x}|{int(total):08b}|{total / 100:.1%}")
by_tag = {}
for item in stock:
    for tag in item.tags or ["none"]:
        by_tag.setdefault(tag, []).append(item.name)
print(by_tag, {k: len(v) for k, v in by_tag.items()}, sorted(by_tag, key=lambda t: (-len(by_tag[t]), t)))


def describe(thing):
    match thing:
        case Book(name, price) if price > 9:
            return f"dear book {name}"
        case Book(author=a):
            return f"book by {a}"
        case Item(name=n, tags=[first, *rest]):
            return f"{n}: {first} +{len(rest)}"
        case Item():
            return "untagged"
        case {"name": str(n), **rest}:
            return f"mapping {n} {rest}"
        case [x, y, *_] | (x, y):
            return f"sequence {x} {y}"
        case int() | float() as number if number < 0:
            return f"negative {number}"
        case True | False | None as const:
            return f"const {const}"
        case str(s):
            return f"text {s!r}"
        case _:
            return f"other {thing!r}"


for thing in [*stock, Book("x"), {"name": "m", "k": 1}, {"k": 1}, [1, 2, 3], (4,), -1, -2.5, True, None, "s", 3, 2j, b"z"]:
    print(describe(thing))
print(len({b, Book("Emma", 9.5, [], "Austen")}) if attempt(hash, b) == hash else attempt(hash, b))
print(sys.getrefcount(b) > 0, isinstance(b, Record), issubclass(Book, Item), Book.__mro__[1].__name__)
