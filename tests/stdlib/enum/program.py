# An order desk: states with transitions, priorities, rights and a parser of commands.
from enum import Enum, Flag, IntEnum, StrEnum, auto, unique


@unique
class State(Enum):
    NEW = auto()
    PAID = auto()
    SENT = auto()
    CLOSED = auto()

    @property
    def follows(self):
        order = list(type(self))
        place = order.index(self)
        return order[place + 1] if place + 1 < len(order) else None

    def can_become(self, other):
        return other is self.follows or other is State.CLOSED


class Priority(IntEnum):
    LOW = 1
    NORMAL = 5
    HIGH = 9

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str) and not value.isdigit():
            try:
                return cls[value.strip().upper()]
            except KeyError:
                return None
        return min(cls, key=lambda level: abs(level - int(value)))


class Right(Flag):
    SEE = auto()
    PAY = auto()
    SEND = auto()
    CLERK = SEE | PAY
    CHIEF = CLERK | SEND


class Command(StrEnum):
    ADD = auto()
    PAY = auto()
    SEND = auto()
    CLOSE = auto()
    LIST = auto()


NEEDS = {Command.PAY: Right.PAY, Command.SEND: Right.SEND, Command.CLOSE: Right.CHIEF, Command.LIST: Right.SEE}
TARGET = {Command.PAY: State.PAID, Command.SEND: State.SENT, Command.CLOSE: State.CLOSED}


class Desk:
    def __init__(self):
        self.orders = {}

    def run(self, line, rights):
        word, *arguments = line.split()
        try:
            command = Command(word)
        except ValueError as error:
            return f"? {error}"
        needed = NEEDS.get(command, Right(0))
        if needed not in rights:
            return f"{command} needs {needed & ~rights}"
        match command:
            case Command.ADD:
                name, level = arguments
                try:
                    self.orders[name] = [State.NEW, Priority(level)]
                except ValueError as error:
                    return f"? {error}"
                return f"added {name} {self.orders[name][1]!r}"
            case Command.LIST:
                ordered = sorted(self.orders.items(), key=lambda pair: (-pair[1][1], pair[0]))
                return "; ".join(f"{name}:{state.name.lower()}/{level:02d}" for name, (state, level) in ordered)
            case _:
                return self.move(arguments[0], TARGET[command])

    def move(self, name, target):
        state = self.orders[name][0]
        if not state.can_become(target):
            return f"{name} is {state}, not yet ready for {target}"
        self.orders[name][0] = target
        return f"{name}: {state.name} -> {target.name}"


desk = Desk()
for rights in (Right.CLERK, Right.CHIEF, Right.SEE):
    print(rights, [right.name for right in rights])
    for line in ("add lamp high", "add desk 6", "add pen urgent", "pay lamp", "send lamp", "send desk", "close desk",
                 "list", "burn"):
        print("  ", line, "=>", desk.run(line, rights))

tally = {state: 0 for state in State}
for state, _ in desk.orders.values():
    tally[state] += 1
print({state.name: count for state, count in tally.items() if count})
print(Priority(7), Priority("low") < Priority.HIGH, [f"{level.name}={level}" for level in reversed(Priority)])
