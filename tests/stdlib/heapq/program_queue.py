# A program as a user would write it: a queue of tasks with priorities, shortest paths, a running median, Huffman codes.
from heapq import heapify, heappop, heappop_max, heappush, heappush_max, heappushpop, heappushpop_max


class PriorityQueue:
    """Tasks by priority; a task can be removed or given another priority."""

    def __init__(self):
        self.heap, self.entries, self.count = [], {}, 0

    def add(self, task, priority=0):
        if task in self.entries:
            self.remove(task)
        self.count += 1
        entry = [priority, self.count, task]
        self.entries[task] = entry
        heappush(self.heap, entry)

    def remove(self, task):
        self.entries.pop(task)[-1] = None

    def pop(self):
        while self.heap:
            priority, count, task = heappop(self.heap)
            if task is not None:
                del self.entries[task]
                return task
        raise KeyError("pop from an empty priority queue")


queue = PriorityQueue()
for task, priority in [("write code", 5), ("release product", 7), ("write spec", 1), ("create tests", 3),
                       ("answer mail", 5)]:
    queue.add(task, priority)
queue.add("answer mail", 0)
queue.remove("release product")
while queue.entries:
    print(queue.pop())
try:
    queue.pop()
except KeyError as error:
    print(error)


def shortest(graph, start):
    distance, frontier = {}, [(0, start)]
    while frontier:
        far, place = heappop(frontier)
        if place in distance:
            continue
        distance[place] = far
        for neighbour, step in graph[place].items():
            if neighbour not in distance:
                heappush(frontier, (far + step, neighbour))
    return distance


roads = {"a": {"b": 7, "c": 9, "f": 14}, "b": {"a": 7, "c": 10, "d": 15}, "c": {"a": 9, "b": 10, "d": 11, "f": 2},
         "d": {"b": 15, "c": 11, "e": 6},
         "e": {"d": 6, "f": 9}, "f": {"a": 14, "c": 2, "e": 9}}
print(shortest(roads, "a"))


def running_median(numbers):
    low, high = [], []  # a max-heap of the lower half, a min-heap of the upper
    for number in numbers:
        if len(low) == len(high):
            heappush_max(low, heappushpop(high, number))
            yield low[0]
        else:
            heappush(high, heappushpop_max(low, number))
            yield (low[0] + high[0]) / 2


print(list(running_median([5, 9, 4, 12, 3, 8, 8, 1])))


def huffman(text):
    heap = [(text.count(letter), letter, letter) for letter in sorted(set(text))]
    heapify(heap)
    while len(heap) > 1:
        few, first, left = heappop(heap)
        more, second, right = heappop(heap)
        heappush(heap, (few + more, min(first, second), (left, right)))
    codes = {}

    def walk(node, code):
        if isinstance(node, str):
            codes[node] = code
        else:
            walk(node[0], code + "0")
            walk(node[1], code + "1")

    walk(heap[0][2], "")
    return codes


codes = huffman("abracadabra")
print(codes, "".join(codes[letter] for letter in "abracadabra"))


def heapsort(items):
    heap = list(items)
    heapify(heap)
    return [heappop(heap) for _ in range(len(heap))]


print(heapsort([1, 3, 5, 7, 9, 2, 4, 6, 8, 0]), heapsort("priority"))
largest = []
for n in (i * 7919 % 1009 for i in range(300)):
    if len(largest) < 5:
        heappush(largest, n)
    else:
        heappushpop(largest, n)
print(sorted(largest), [heappop_max(h) for h in ([3], [2, 1])])
