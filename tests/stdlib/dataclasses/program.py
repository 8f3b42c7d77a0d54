# A small ledger: entries, accounts, a report, and settings read from nested dicts.
from collections import defaultdict
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from functools import total_ordering
from typing import ClassVar


@dataclass(frozen=True, order=True)
class Money:
    cents: int
    currency: str = "EUR"

    def __add__(self, other):
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency}")
        return replace(self, cents=self.cents + other.cents)

    def __str__(self):
        return f"{self.cents // 100}.{self.cents % 100:02d} {self.currency}"


@dataclass(slots=True)
class Entry:
    day: int
    text: str
    amount: Money
    _: KW_ONLY
    tags: set[str] = field(default_factory=set, compare=False)
    number: int = field(init=False, compare=False)
    counter: ClassVar[list] = [0]

    def __post_init__(self):
        self.counter[0] += 1
        self.number = self.counter[0]
        if not self.text:
            raise ValueError("an entry needs a text")


@dataclass
class Account:
    name: str
    entries: list[Entry] = field(default_factory=list, repr=False)
    opening: InitVar[Money | None] = None
    limit: Money = Money(100_00)

    def __post_init__(self, opening):
        if opening is not None:
            self.entries.append(Entry(0, "opening", opening))

    @property
    def balance(self):
        return sum((entry.amount for entry in self.entries), start=Money(0))

    def book(self, day, text, cents, *tags):
        entry = Entry(day, text, Money(cents), tags=set(tags))
        if (self.balance + entry.amount).cents < -self.limit.cents:
            raise OverflowError(f"{self.name} has {self.balance}")
        self.entries.append(entry)
        return entry


@total_ordering
@dataclass(eq=False)
class Line:
    tag: str
    total: Money

    def __eq__(self, other):
        return self.total == other.total

    def __lt__(self, other):
        return self.total < other.total


def report(account):
    totals = defaultdict(lambda: Money(0))
    for entry in account.entries:
        for tag in sorted(entry.tags) or ["untagged"]:
            totals[tag] += entry.amount
    return sorted(Line(*pair) for pair in totals.items())


@dataclass
class Shape:
    width: int = 80
    plain: bool = False


@dataclass
class Settings:
    title: str
    shape: Shape = field(default_factory=Shape)
    days: list[int] = field(default_factory=lambda: [1, 2])

    @classmethod
    def read(cls, given):
        known = {}
        for each in fields(cls):
            if each.name in given:
                value = given[each.name]
                known[each.name] = each.type(**value) if is_dataclass(each.type) else value
        return cls(**known)


account = Account("house", opening=Money(50_00))
account.book(1, "bread", -3_20, "food")
account.book(2, "rent", -90_00, "home", "fixed")
account.book(3, "pay", 60_00)
for action in ((4, "boat", -200_00), (4, "", -1)):
    try:
        account.book(*action)
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
print(account, account.balance, account.balance < Money(20_00), max(entry.amount for entry in account.entries))
for line in report(account):
    print(f"{line.tag:10} {line.total}")
print([(entry.number, entry.text) for entry in account.entries], astuple(account.entries[1]))
settings = Settings.read({"title": "t", "shape": {"width": 40}, "other": 1})
print(settings, asdict(settings), Settings.read(asdict(settings)) == settings)
match account.entries[2]:
    case Entry(day=2, amount=Money(cents, "EUR")) if cents < 0:
        print("spent", -cents)
print({Money(1): "one"}[Money(1)], Money(1) == Money(1, "USD"), Entry(1, "a", Money(1)) == Entry(1, "a", Money(1)))
