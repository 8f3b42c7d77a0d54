"""A B-tree as a sorted map: inserted, looked up, walked in ranges and deleted from at random."""


class Node:
    __slots__ = ("keys", "values", "children")

    def __init__(self, keys, values, children=None):
        self.keys = keys
        self.values = values
        self.children = children

    def place(self, key):
        """The first place whose key is not smaller."""
        low, high = 0, len(self.keys)
        while low < high:
            middle = (low + high) // 2
            if self.keys[middle] < key:
                low = middle + 1
            else:
                high = middle
        return low


class BTree:
    def __init__(self, degree=16):
        self.degree = degree
        self.most = 2 * degree - 1
        self.root = Node([], [])
        self.size = 0

    def __len__(self):
        return self.size

    def __getitem__(self, key):
        node = self.root
        while True:
            at = node.place(key)
            if at < len(node.keys) and node.keys[at] == key:
                return node.values[at]
            if node.children is None:
                raise KeyError(key)
            node = node.children[at]

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def __setitem__(self, key, value):
        if len(self.root.keys) == self.most:
            self.root = Node([], [], [self.root])
            self.split(self.root, 0)
        node = self.root
        while True:
            at = node.place(key)
            if at < len(node.keys) and node.keys[at] == key:
                node.values[at] = value
                return
            if node.children is None:
                node.keys.insert(at, key)
                node.values.insert(at, value)
                self.size += 1
                return
            if len(node.children[at].keys) == self.most:
                self.split(node, at)
                if node.keys[at] == key:
                    node.values[at] = value
                    return
                if node.keys[at] < key:
                    at += 1
            node = node.children[at]

    def split(self, parent, at):
        child = parent.children[at]
        middle = self.degree - 1
        right = Node(child.keys[middle + 1:], child.values[middle + 1:])
        if child.children is not None:
            right.children = child.children[middle + 1:]
            del child.children[middle + 1:]
        parent.keys.insert(at, child.keys[middle])
        parent.values.insert(at, child.values[middle])
        parent.children.insert(at + 1, right)
        del child.keys[middle:], child.values[middle:]

    def __delitem__(self, key):
        self.delete(self.root, key)
        if not self.root.keys and self.root.children is not None:
            self.root = self.root.children[0]
        self.size -= 1

    def delete(self, node, key):
        """Deletes below a node that has a key to spare (or is the root)."""
        at = node.place(key)
        here = at < len(node.keys) and node.keys[at] == key
        if node.children is None:
            if not here:
                raise KeyError(key)
            del node.keys[at], node.values[at]
        elif here:
            left, right = node.children[at], node.children[at + 1]
            if len(left.keys) >= self.degree:
                node.keys[at], node.values[at] = self.take_end(left, -1)
            elif len(right.keys) >= self.degree:
                node.keys[at], node.values[at] = self.take_end(right, 0)
            else:
                self.merge(node, at)
                self.delete(left, key)
        else:
            self.delete(self.with_spare(node, at), key)

    def take_end(self, node, end):
        while node.children is not None:
            node = self.with_spare(node, len(node.keys) if end else 0)
        return node.keys.pop(end), node.values.pop(end)

    def with_spare(self, node, at):
        """The child at a place, filled up from a neighbour or joined with one where it has the fewest keys."""
        child = node.children[at]
        if len(child.keys) >= self.degree:
            return child
        if at > 0 and len(node.children[at - 1].keys) >= self.degree:
            left = node.children[at - 1]
            child.keys.insert(0, node.keys[at - 1])
            child.values.insert(0, node.values[at - 1])
            node.keys[at - 1], node.values[at - 1] = left.keys.pop(), left.values.pop()
            if left.children is not None:
                child.children.insert(0, left.children.pop())
        elif at < len(node.keys) and len(node.children[at + 1].keys) >= self.degree:
            right = node.children[at + 1]
            child.keys.append(node.keys[at])
            child.values.append(node.values[at])
            node.keys[at], node.values[at] = right.keys.pop(0), right.values.pop(0)
            if right.children is not None:
                child.children.append(right.children.pop(0))
        else:
            at = min(at, len(node.keys) - 1)
            self.merge(node, at)
            child = node.children[at]
        return child

    def merge(self, node, at):
        left, right = node.children[at], node.children.pop(at + 1)
        left.keys += [node.keys.pop(at)] + right.keys
        left.values += [node.values.pop(at)] + right.values
        if left.children is not None:
            left.children += right.children

    def items(self, low, high):
        yield from self.walk(self.root, low, high)

    def walk(self, node, low, high):
        at = node.place(low)
        while at < len(node.keys):
            if node.children is not None:
                yield from self.walk(node.children[at], low, high)
            if node.keys[at] >= high:
                return
            yield node.keys[at], node.values[at]
            at += 1
        if node.children is not None:
            yield from self.walk(node.children[at], low, high)


def numbers(count, seed):
    for _ in range(count):
        seed = (seed * 1664525 + 1013904223) % 4294967296
        yield seed >> 8


tree = BTree()
plain = {}
for key in numbers(40_000, 1):
    tree[key] = plain[key] = key % 1009
assert len(tree) == len(plain)
print(len(tree), sum(tree[key] for key in numbers(20_000, 1)))
print(sum(key in tree for key in numbers(20_000, 99)))
print(sum(value for start in range(0, 1 << 24, 1 << 19) for _, value in tree.items(start, start + (1 << 17))))
for key in list(plain)[::2]:
    del tree[key], plain[key]
assert list(tree.items(0, 1 << 24)) == sorted(plain.items())
words = BTree(4)
for number in range(3000):
    words[f"word {number * 7919 % 3000:04}"] = number
print(len(tree), len(words), [value for _, value in words.items("word 0100", "word 0105")])
