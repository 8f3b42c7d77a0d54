"""A game of go on nine lines: random playouts vote for the best first move."""

SIZE = 9
EMPTY, BLACK, WHITE = ".", "x", "o"


class Dice:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % n


class Point:
    def __init__(self, board, number):
        self.board = board
        self.number = number
        self.colour = EMPTY
        self.group = None
        self.neighbours = []

    def find_neighbours(self):
        x, y = self.number % SIZE, self.number // SIZE
        for dx, dy in ((0, -1), (-1, 0), (1, 0), (0, 1)):
            if 0 <= x + dx < SIZE and 0 <= y + dy < SIZE:
                self.neighbours.append(self.board.points[(y + dy) * SIZE + x + dx])


class Group:
    """Connected stones of one colour and the empty points beside them."""

    def __init__(self, colour):
        self.colour = colour
        self.stones = set()
        self.liberties = set()

    def join(self, other):
        self.stones |= other.stones
        self.liberties |= other.liberties
        for stone in other.stones:
            stone.group = self


class Board:
    def __init__(self):
        self.points = [None] * (SIZE * SIZE)
        for number in range(SIZE * SIZE):
            self.points[number] = Point(self, number)
        for point in self.points:
            point.find_neighbours()
        self.empty = list(range(SIZE * SIZE))
        self.ko = None
        self.captured = {BLACK: 0, WHITE: 0}
        self.turn = BLACK

    def other(self):
        return WHITE if self.turn == BLACK else BLACK

    def is_useful(self, point):
        """Whether the side to move may and should play here: no suicide, no ko, no own eye filled."""
        if point.number == self.ko:
            return False
        own = 0
        for beside in point.neighbours:
            if beside.colour == EMPTY:
                return True
            last = len(beside.group.liberties) == 1
            if beside.colour == self.turn:
                own += 1
                if not last and own < len(point.neighbours):
                    return True
            elif last:
                return True
        return False

    def play(self, point):
        colour = self.turn
        group = Group(colour)
        point.colour = colour
        point.group = group
        group.stones.add(point)
        self.empty.remove(point.number)
        taken = []
        for beside in point.neighbours:
            if beside.colour == EMPTY:
                group.liberties.add(beside)
                continue
            beside.group.liberties.discard(point)
            if beside.colour == colour:
                if beside.group is not group:
                    bigger, smaller = sorted((group, beside.group), key=lambda g: len(g.stones), reverse=True)
                    bigger.join(smaller)
                    group = bigger
            elif not beside.group.liberties:
                taken.extend(beside.group.stones)
                self.remove(beside.group)
        group.liberties.discard(point)
        lonely = len(taken) == 1 and len(group.stones) == 1 and len(group.liberties) == 1
        self.ko = taken[0].number if lonely else None
        self.captured[colour] += len(taken)
        self.turn = self.other()

    def remove(self, group):
        for stone in sorted(group.stones, key=lambda stone: stone.number):
            stone.colour = EMPTY
            stone.group = None
            self.empty.append(stone.number)
        for stone in group.stones:
            for beside in stone.neighbours:
                if beside.group is not None:
                    beside.group.liberties.add(stone)

    def random_move(self, dice):
        choices = list(self.empty)
        while choices:
            at = dice.below(len(choices))
            point = self.points[choices[at]]
            if self.is_useful(point):
                return point
            choices[at] = choices[-1]
            choices.pop()
        return None

    def play_out(self, dice):
        passes = moves = 0
        while passes < 2 and moves < 3 * SIZE * SIZE:
            point = self.random_move(dice)
            if point is None:
                passes += 1
                self.ko = None
                self.turn = self.other()
            else:
                passes = 0
                self.play(point)
            moves += 1
        return moves

    def score(self):
        """Points of black minus points of white: stones, and empty points that touch one colour only."""
        total = -6.5
        for point in self.points:
            colours = {beside.colour for beside in point.neighbours} if point.colour == EMPTY else {point.colour}
            if colours == {BLACK}:
                total += 1
            elif colours == {WHITE}:
                total -= 1
        return total

    def __str__(self):
        rows = [self.points[start:start + SIZE] for start in range(0, SIZE * SIZE, SIZE)]
        return "\n".join(" ".join(point.colour for point in row) for row in rows)


def vote(playouts, seed):
    dice = Dice(seed)
    wins, tries = {}, {}
    moves = 0
    for _ in range(playouts):
        board = Board()
        first = board.random_move(dice).number
        board.play(board.points[first])
        moves += board.play_out(dice)
        tries[first] = tries.get(first, 0) + 1
        if board.score() > 0:
            wins[first] = wins.get(first, 0) + 1
    best = max(wins, key=lambda number: (wins[number] / tries[number], -number))
    return board, best, sum(wins.values()), moves


board, best, won, moves = vote(900, 2026)
print(board)
print(best, won, moves, board.captured[BLACK], board.captured[WHITE])
