"""Abstract bases of resources and of what reads them.

Invariant: whatever has the methods of `Traversable` can stand for a resource, a path of the file system as well."""
import abc
from typing import Protocol, runtime_checkable

__all__ = ["ResourceReader", "Traversable", "TraversableResources"]


class TraversalError(Exception):
    """Says that a part of a path leads nowhere."""


@runtime_checkable
class Traversable(Protocol):
    """A file or folder among the resources."""

    @property
    @abc.abstractmethod
    def name(self):
        """Its own name, without what it is in."""

    @abc.abstractmethod
    def open(self, mode="r", *args, **kwargs):
        """Opens the file for reading."""

    @abc.abstractmethod
    def is_file(self):
        """Whether it is a file."""

    @abc.abstractmethod
    def is_dir(self):
        """Whether it is a folder."""

    @abc.abstractmethod
    def iterdir(self):
        """What is in the folder."""

    def __truediv__(self, child):
        return self.joinpath(child)

    def joinpath(self, *descendants):
        """What is below it under that path."""
        found = self
        for name in (part for path in descendants for part in str(path).split("/") if part not in ("", ".")):
            found = next((child for child in found.iterdir() if child.name == name), None)
            if found is None:
                raise TraversalError("Target not found during traversal.", name)
        return found

    def read_text(self, encoding=None, errors=None):
        """The text of the file."""
        return _whole(self.open(encoding=encoding, errors=errors))

    def read_bytes(self):
        """The bytes of the file."""
        return _whole(self.open("rb"))


def _whole(stream):
    with stream:
        return stream.read()


def _none(path=None):
    raise FileNotFoundError(*(() if path is None else (path,)))


class ResourceReader(metaclass=abc.ABCMeta):
    """Reads the resources of one package."""

    @abc.abstractmethod
    def contents(self):
        """The names of what there is."""
        _none()

    @abc.abstractmethod
    def is_resource(self, path):
        """Whether there is a file of that name."""
        _none()

    @abc.abstractmethod
    def resource_path(self, resource):
        """The path of a resource in the file system."""
        _none()

    @abc.abstractmethod
    def open_resource(self, resource):
        """Opens a resource for reading bytes."""
        _none()


class TraversableResources(ResourceReader):
    """A reader that has its resources as a folder."""

    @abc.abstractmethod
    def files(self):
        """The folder."""

    def contents(self):
        """The names of what there is."""
        return (child.name for child in self.files().iterdir())

    def is_resource(self, path):
        """Whether there is a file of that name."""
        return self.files().joinpath(path).is_file()

    def resource_path(self, resource):
        """Refuses: a resource need not be in the file system."""
        _none(resource)

    def open_resource(self, resource):
        """Opens a resource for reading bytes."""
        return self.files().joinpath(resource).open("rb")
