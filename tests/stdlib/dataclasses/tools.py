# fields, asdict, astuple, replace and is_dataclass.
import copy
import dataclasses
from collections import OrderedDict, defaultdict, namedtuple
from dataclasses import MISSING, Field, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import ClassVar


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


@dataclass
class Item:
    name: str
    count: int = field(default=1, metadata={"unit": "piece"}, doc="how many")
    parts: list = field(default_factory=list, hash=False)
    kind: ClassVar[str] = "item"
    scale: InitVar[int] = 1


for each in fields(Item):
    print(each.name, each.type, each.default is MISSING, each.default_factory is MISSING, each.init, each.repr,
          each.hash, each.compare, each.metadata, each.kw_only, each.doc, type(each) is Field)
print([each.name for each in fields(Item("a"))], list(Item.__dataclass_fields__))
print([repr(each._field_type) for each in Item.__dataclass_fields__.values()])
shown = repr(fields(Item)[1])
print(shown.split("default_factory")[0], shown.split("init=")[1])
print(repr(field(init=False)).split("init=")[1].split("kw_only")[0], Field[int])
fails(lambda: setattr(fields(Item)[1], "other", 1))
fails(lambda: fields(Item)[1].metadata.update(a=1))
print(is_dataclass(Item), is_dataclass(Item("a")), is_dataclass(list[Item]), is_dataclass(int), is_dataclass(3))
fails(lambda: fields(3))
fails(lambda: fields(int))

Pair = namedtuple("Pair", "left right")


class Bag(list):
    pass


@dataclass
class Box:
    value: object


deep = Box([Box(1), (Box(2), 3), {"k": Box(4), Pair(1, 2): 5}, Pair(Box(6), [7]), Bag([Box(8)])])
print(asdict(deep))
print(astuple(deep))
made = asdict(deep)
print(type(made["value"][4]).__name__, type(made["value"][3]).__name__, made["value"] is deep.value)
print(asdict(Box(OrderedDict(a=Box(1)))), asdict(Box(defaultdict(list, a=[Box(1)]))))
print(asdict(Box(Box(1)), dict_factory=list), astuple(Box(Box(1)), tuple_factory=list))
print(asdict(Box(1), dict_factory=lambda pairs: {name.upper(): value for name, value in pairs}))
inner = [1, [2]]
print(asdict(Box({"a": inner}))["value"]["a"] == inner, asdict(Box(inner))["value"][1] is inner[1])
print(asdict(Item("a")), astuple(Item("a", parts=[Item])))
fails(lambda: asdict(3))
fails(lambda: asdict(Item))
fails(lambda: astuple(3))


@dataclass
class Account:
    owner: str
    balance: int = 0
    number: int = field(default=7, init=False)
    currency: InitVar[str] = "EUR"
    checked: ClassVar[bool] = True

    def __post_init__(self, currency):
        self.shown = f"{self.balance} {currency}"


@dataclass
class Strict:
    x: int
    seed: InitVar[int]


account = Account("Ada", 5, "USD")
print(replace(account, balance=6), replace(account).shown, replace(account, currency="CHF").shown)
print(copy.replace(account, owner="Bob"), account.__replace__(balance=1), account)
fails(lambda: replace(account, number=8))
fails(lambda: replace(account, unknown=8))
fails(lambda: replace(Strict(1, 2), x=3))
print(replace(Strict(1, 2), x=3, seed=4))
fails(lambda: replace(3))
fails(lambda: replace(Account, owner=3))
fails(lambda: replace(account, "Bob"))
print(dataclasses.__all__)
print(copy.copy(account) == account, copy.deepcopy(deep) == deep, copy.deepcopy(deep).value is deep.value)
try:
    dataclasses.nothing
except AttributeError as error:
    print(error)
