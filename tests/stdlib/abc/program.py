# A store with interchangeable back ends, as a user would write it.
from abc import ABC, abstractmethod


class Store(ABC):
    """What every back end can do."""

    @abstractmethod
    def read(self, key):
        ...

    @abstractmethod
    def write(self, key, value):
        ...

    @property
    @abstractmethod
    def name(self) -> str:
        ...

    def update(self, **values):
        for key, value in values.items():
            self.write(key, value)
        return self

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Store:
            return NotImplemented
        methods = {name for base in other.__mro__ for name in vars(base)}
        return {"read", "write", "name"} <= methods or NotImplemented


class Memory(Store):
    name = "memory"

    def __init__(self):
        self.data = {}

    def read(self, key):
        return self.data.get(key)

    def write(self, key, value):
        self.data[key] = value


class Logged(Memory):
    def __init__(self):
        super().__init__()
        self.log = []

    def write(self, key, value):
        self.log.append(key)
        super().write(key, value)

    @property
    def name(self):
        return f"logged {super().name}"


class Foreign:
    """Nothing of Store, but the same methods."""

    name = "foreign"

    def read(self, key):
        return key.upper()

    def write(self, key, value):
        pass


class Unfinished(Store):
    def read(self, key):
        return None


def use(store):
    if not isinstance(store, Store):
        raise TypeError(f"{type(store).__name__} is no store")
    store.write("a", 1)
    return store.name, store.read("a")


for make in (Memory, Logged, Foreign, Unfinished, dict):
    try:
        print(use(make()))
    except TypeError as error:
        print("TypeError:", error)

print(Logged().update(x=1, y=2).log)
print(sorted(cls.__name__ for cls in Store.__subclasses__()), issubclass(Foreign, Memory))
