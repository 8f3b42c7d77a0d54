"""Shortest ways across a hilly grid: Dijkstra's search with a heap of its own, and the same by A*."""


class Heap:
    """The smallest first; items are compared as tuples are."""

    def __init__(self):
        self.items = []

    def __len__(self):
        return len(self.items)

    def push(self, item):
        items = self.items
        at = len(items)
        items.append(item)
        while at > 0:
            above = (at - 1) // 2
            if items[above] <= item:
                break
            items[at] = items[above]
            at = above
        items[at] = item

    def pop(self):
        items = self.items
        first = items[0]
        last = items.pop()
        size = len(items)
        if not size:
            return first
        at = 0
        while True:
            below = 2 * at + 1
            if below >= size:
                break
            if below + 1 < size and items[below + 1] < items[below]:
                below += 1
            if last <= items[below]:
                break
            items[at] = items[below]
            at = below
        items[at] = last
        return first


def hills(width, height, seed):
    grid = []
    for _ in range(height):
        row = []
        for _ in range(width):
            seed = (seed * 1103515245 + 12345) % 2147483648
            row.append(1 + (seed >> 16) % 9)
        grid.append(row)
    return grid


class Map:
    def __init__(self, grid):
        self.cost = {(x, y): cost for y, row in enumerate(grid) for x, cost in enumerate(row)}

    def beside(self, place):
        x, y = place
        for step in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if step in self.cost:
                yield step

    def route(self, start, goal, guess=lambda place: 0):
        heap = Heap()
        heap.push((guess(start), 0, start))
        best = {start: 0}
        came = {start: None}
        done = set()
        while heap:
            _, cost, place = heap.pop()
            if place in done:
                continue
            done.add(place)
            if place == goal:
                break
            for step in self.beside(place):
                through = cost + self.cost[step]
                if step not in best or through < best[step]:
                    best[step] = through
                    came[step] = place
                    heap.push((through + guess(step), through, step))
        else:
            raise LookupError("no way")
        way = []
        while goal is not None:
            way.append(goal)
            goal = came[goal]
        return cost, way[::-1], len(done)


size = 220
land = Map(hills(size, size, 3))
start, goal = (size // 2, size // 2), (size - 1, size - 20)
cost, way, looked = land.route(start, goal)
guessed, other, fewer = land.route(start, goal, lambda place: goal[0] - place[0] + goal[1] - place[1])
assert cost == guessed == sum(land.cost[place] for place in other[1:])
print(cost, len(way), looked, fewer)
for x, y in way[::20]:
    print(x, y, end="; ")
print()
