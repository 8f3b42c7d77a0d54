"""Topological order of a graph of hashable nodes.

Invariant: a node is ready when every node before it is done, and it is given out once. Its record says which of these
it has reached: `ahead` is the number of nodes that it still waits for, then _OUT, then _DONE."""

__all__ = ["TopologicalSorter", "CycleError"]

_OUT = -1
_DONE = -2


class CycleError(ValueError):
    """Raised for a graph with a cycle; the second argument lists its nodes, the first one again at the end."""


class _Record:
    __slots__ = ("ahead", "followers")

    def __init__(self):
        self.ahead = 0
        self.followers = []


class TopologicalSorter:
    """Gives out the nodes of a graph so that each comes after those that it depends on."""

    def __init__(self, graph=None):
        self._records = {}
        self._ready = None  # a list from prepare() on
        self._given = self._finished = 0
        edges = () if graph is None else graph.items()
        for node, before in edges:
            self.add(node, *before)

    def _record(self, node):
        record = self._records.get(node)
        if record is None:
            record = self._records[node] = _Record()
        return record

    def add(self, node, *predecessors):
        """Adds a node and nodes that it depends on; what was added earlier stays."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        record = self._record(node)
        for other in predecessors:
            self._record(other).followers.append(node)
            record.ahead += 1

    def prepare(self):
        """Ends the adding of nodes and looks for cycles."""
        if self._given:
            raise ValueError("cannot prepare() after starting sort")
        if self._ready is None:
            self._ready = [node for node, record in self._records.items() if not record.ahead]
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _cycle(self):
        seen = set()
        for start in self._records:
            if start in seen:
                continue
            path = {start: iter(self._records[start].followers)}
            while path:
                node = next(reversed(path))
                for follower in path[node]:
                    if follower in path:
                        nodes = list(path)
                        return nodes[nodes.index(follower):] + [follower]
                    if follower not in seen:
                        path[follower] = iter(self._records[follower].followers)
                        break
                else:
                    del path[node]
                    seen.add(node)
        return None

    def _started(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def get_ready(self):
        """A tuple of the nodes that have become ready since the last call."""
        self._started()
        ready = tuple(self._ready)
        for node in ready:
            self._records[node].ahead = _OUT
        self._ready.clear()
        self._given += len(ready)
        return ready

    def is_active(self):
        """Whether there are nodes that are ready or given out and not done yet."""
        self._started()
        return self._finished < self._given or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Marks nodes that were given out as done."""
        self._started()
        records = self._records
        for node in nodes:
            record = records.get(node)
            if record is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if record.ahead == _DONE:
                raise ValueError(f"node {node!r} was already marked done")
            if record.ahead != _OUT:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            record.ahead = _DONE
            self._finished += 1
            for follower in record.followers:
                waiting = records[follower]
                waiting.ahead -= 1
                if not waiting.ahead:
                    self._ready.append(follower)

    def static_order(self):
        """Yields all nodes in order."""
        self.prepare()
        while group := self.get_ready():
            yield from group
            self.done(*group)

    __class_getitem__ = classmethod(type(list[int]))
