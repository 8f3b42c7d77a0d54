"""A registry of handlers as a user would write it: protocols, overloads, typed records and hints used together."""
from typing import (
    Annotated, Any, Callable, ClassVar, Final, Generic, Literal, NamedTuple, NewType, NotRequired, Optional, Protocol, Self, TypedDict,
    TypeVar, Union, cast, get_args, get_origin, get_type_hints, overload, runtime_checkable,
)

EventId = NewType("EventId", int)
Level = Literal["info", "warning", "error"]
LEVELS: Final = get_args(Level)
K = TypeVar("K")
V = TypeVar("V")


class Event(NamedTuple):
    id: EventId
    level: Level
    text: str = ""


class Settings(TypedDict):
    name: str
    retries: NotRequired[int]


@runtime_checkable
class Handler(Protocol):
    name: str

    def handle(self, event: Event) -> Optional[str]: ...


class Printer:
    name = "printer"

    def handle(self, event: Event) -> str | None:
        return f"{event.level}: {event.text}" if event.text else None


class Registry(Generic[K, V]):
    instances: ClassVar[int] = 0

    def __init__(self) -> None:
        self.items: dict[K, V] = {}
        type(self).instances += 1

    def add(self, key: K, value: V) -> Self:
        self.items[key] = value
        return self

    @overload
    def get(self, key: K) -> V: ...
    @overload
    def get(self, key: K, default: Any) -> V | Any: ...
    def get(self, key, *default):
        return self.items[key] if key in self.items or not default else default[0]


def describe(tp: Any) -> str:
    """A type in words, found by origin and arguments."""
    origin, args = get_origin(tp), get_args(tp)
    if origin is Union:
        return " or ".join(map(describe, args))
    if origin is Literal:
        return "one of " + ", ".join(map(repr, args))
    if origin is Annotated:
        return f"{describe(args[0])} ({args[1]})"
    if origin is not None:
        return f"{origin.__name__} of {', '.join(map(describe, args))}"
    return getattr(tp, "__name__", str(tp))


def validate(settings: Settings) -> list[str]:
    hints = get_type_hints(Settings)
    missing = [f"{key} is missing" for key in sorted(Settings.__required_keys__) if key not in settings]
    return missing + [f"{key} is no {hints[key].__name__}" for key in settings if not isinstance(settings[key], hints[key])]


def call(function: Callable[..., Any], amount: Annotated[int, "positive"], names: "list[dict[str, Optional[int]]]") -> None: ...


registry = Registry[str, Handler]().add("p", Printer())
print(registry.__orig_class__, registry.get("p").name, registry.get("q", None), Registry.instances)
for event in (Event(EventId(1), "info", "started"), Event(EventId(2), cast(Level, "error"))):
    print(event, registry.get("p").handle(event), event.level in LEVELS)
print(isinstance(Printer(), Handler), isinstance(event, Handler))
print(validate({"name": "x"}), validate({"retries": "3"}))
for name, hint in get_type_hints(call, include_extras=True).items():
    print(name, "->", describe(hint))
for name, hint in get_type_hints(Event).items():
    print(name, "->", describe(hint))
