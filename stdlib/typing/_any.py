"""`Any`, in a file of its own because it is wanted more often than all that the other forms need."""

__name__ = "typing"


class _AnyMeta(type):
    """The type of Any: it refuses checks, and is shown by its name in typing."""

    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all; as a base class, of a class whose base is not known."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)
