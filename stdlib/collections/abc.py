"""Abstract base classes of containers and of what they are made of."""
from _collections_abc import *
from _collections_abc import __all__, _CallableGenericAlias
