"""Finalisers of a long list of objects, and finalisers that make more objects."""


class Node:
    died = 0

    def __init__(self, next):
        self.next = next

    def __del__(self):
        Node.died += 1


node = None
for _ in range(5000):
    node = Node(node)
del node
print(Node.died)


class Again:
    made = 0

    def __del__(self):
        Again.made += 1
        if Again.made < 100:
            Again()


Again()
print(Again.made)
