"""Generic of a class with type parameters stands aside for Protocol, wherever it is among the bases."""
from typing import Generic, Protocol, get_protocol_members
class New[T](Protocol, object):
    z: T
class Plain[T]: pass
print(New.__mro__, get_protocol_members(New), issubclass(Plain, Generic), isinstance(Plain(), Generic))
