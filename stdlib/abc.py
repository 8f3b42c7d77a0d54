"""Abstract base classes: their metaclass, and the marks of what subclasses must define.

Invariant: what a class's memory says of another class is either final (it is a subclass) or was true when the cache
token had the value that is kept with it. The memory is keyed by the address of the other class, and a weak reference
takes the entry away before that address can belong to something else.
"""
from _weakref import ref as _ref

# Grows with every registration; a "no" that was decided under another token is not believed.
_token = 0


def get_cache_token():
    """Return a token that changes whenever a class is registered with any ABC."""
    return _token


def abstractmethod(funcobj):
    """Mark a method that concrete subclasses must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """A class method that is abstract; @classmethod over @abstractmethod says the same."""

    __isabstractmethod__ = True

    def __new__(cls, callable):
        return super().__new__(cls, abstractmethod(callable))


class abstractstaticmethod(staticmethod):
    """A static method that is abstract; @staticmethod over @abstractmethod says the same."""

    __isabstractmethod__ = True

    def __new__(cls, callable):
        return super().__new__(cls, abstractmethod(callable))


class abstractproperty(property):
    """A property that is abstract; @property over @abstractmethod says the same."""

    __isabstractmethod__ = True


class _abc_data:
    """What one ABC remembers: `verdicts` maps the address of a class to True or to the token of a "no"."""

    __slots__ = ("verdicts", "watched", "registry")

    def __init__(self):
        self.verdicts = {}
        self.watched = {}
        self.registry = {}

    def remember(self, kind, verdict):
        """Keep a verdict for as long as the class lives."""
        key = id(kind)
        if key not in self.watched:
            def forget(_):
                self.watched.pop(key, None)
                self.verdicts.pop(key, None)
            self.watched[key] = _ref(kind, forget)
        self.verdicts[key] = verdict

    def enrol(self, kind):
        """Keep a registered class for as long as it lives."""
        registry, key = self.registry, id(kind)
        registry[key] = _ref(kind, lambda _: registry.pop(key, None))

    def known(self, positive):
        """Weak references to the classes with a verdict of that sort, for the dump."""
        return {self.watched[key] for key, verdict in self.verdicts.items()
                if (verdict is True) is positive and key not in self.registry}


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        made = super().__new__(mcls, name, bases, namespace, **kwargs)
        made.__abstractmethods__, made._abc_impl = _still_abstract(made), _abc_data()
        return made

    def register(cls, subclass):
        """Make a class count as a subclass of this ABC, and return it."""
        global _token
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl.enrol(subclass)
        _token += 1
        # The flags say to `match` which patterns, of sequences or of mappings, fit the instances.
        flags = getattr(cls, "__abc_tpflags__", 0)
        if flags:
            try:
                subclass.__abc_tpflags__ = flags
            except TypeError:
                pass  # A built-in class says so by itself.
        return subclass

    def __instancecheck__(cls, instance):
        """Answer isinstance(instance, cls)."""
        kind = type(instance)
        verdict = cls._abc_impl.verdicts.get(id(kind))
        if verdict is True:
            return True
        claimed = getattr(instance, "__class__", kind)
        if claimed is kind:
            return False if verdict == _token else cls.__subclasscheck__(kind)
        return cls.__subclasscheck__(claimed) or cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        """Answer issubclass(subclass, cls)."""
        memory = cls._abc_impl
        verdict = memory.verdicts.get(id(subclass))
        if verdict is True:
            return True
        if verdict == _token:
            return False
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        verdict = _decide(cls, memory, subclass)
        memory.remember(subclass, verdict or _token)
        return verdict

    def _dump_registry(cls, file=None):
        """Print the registry and the caches, for debugging."""
        memory = cls._abc_impl
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {_token}", file=file)
        print(f"_abc_registry: {set(memory.registry.values())!r}", file=file)
        print(f"_abc_cache: {memory.known(True)!r}", file=file)
        print(f"_abc_negative_cache: {memory.known(False)!r}", file=file)
        print(f"_abc_negative_cache_version: {_token}", file=file)

    def _abc_registry_clear(cls):
        """Forget the registered classes, for tests."""
        memory = cls._abc_impl
        for key in memory.registry:
            memory.verdicts.pop(key, None)
        memory.registry.clear()

    def _abc_caches_clear(cls):
        """Forget the verdicts, for tests."""
        memory = cls._abc_impl
        memory.verdicts.clear()
        memory.watched.clear()


def _decide(cls, memory, subclass):
    """Find out whether `subclass` is one: by the hook, by inheritance, by registration, then by the subclasses."""
    hooked = cls.__subclasshook__(subclass)
    if hooked is True or hooked is False:
        return hooked
    if hooked is not NotImplemented:
        raise AssertionError("__subclasshook__ must return either False, True, or NotImplemented")
    if cls in subclass.__mro__:
        return True
    # Asking may register or free classes, so both loops go over lists of their own.
    for enrolled in list(memory.registry.values()):
        kind = enrolled()
        if kind is not None and issubclass(subclass, kind):
            return True
    children = cls.__subclasses__()
    if not isinstance(children, list):
        raise TypeError("__subclasses__() must return a list")
    for child in children:
        if issubclass(subclass, child):
            return True
    return False


def _still_abstract(cls):
    """The names that a class leaves abstract, of its own ones and of its bases' abstract ones."""
    # Asking a descriptor may change the class.
    own = list(cls.__dict__.items())
    names = {name for name, value in own if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if name not in names and getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


def update_abstractmethods(cls):
    """Reckon anew which methods of a class are abstract, after it was changed, and return the class."""
    # A class without the attribute was not made by ABCMeta.
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _still_abstract(cls)
    return cls


class ABC(metaclass=ABCMeta):
    """A base class for those who would rather inherit than name the metaclass."""

    __slots__ = ()
