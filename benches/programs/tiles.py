"""A puzzle on a board of hexagons: number tiles are placed so that each touches as many others as it says.
Every cell keeps the set of tiles that may still lie on it; what is impossible is struck out, the rest is tried."""


class Contradiction(Exception):
    pass


def hexagon(radius):
    """The cells of a hexagonal board, by their coordinates, with those around each."""
    cells = [(q, r) for r in range(-radius, radius + 1) for q in range(-radius, radius + 1) if abs(q + r) <= radius]
    numbers = {cell: number for number, cell in enumerate(cells)}
    around = []
    for q, r in cells:
        beside = [(q + 1, r), (q - 1, r), (q, r + 1), (q, r - 1), (q + 1, r - 1), (q - 1, r + 1)]
        around.append([numbers[cell] for cell in beside if cell in numbers])
    return cells, around


EMPTY = 7


class Puzzle:
    def __init__(self, around, tiles):
        self.around = around
        self.tiles = tiles
        everything = {tile for tile, count in tiles.items() if count}
        self.possible = [set(everything) for _ in around]
        self.tried = 0

    def strike(self, possible, cell, tile):
        """Removes a possibility and puts the cell on the list of what is to be looked at again."""
        if tile in possible[cell]:
            possible[cell].remove(tile)
            if not possible[cell]:
                raise Contradiction(cell)
            return True
        return False

    def tighten(self, possible):
        changed = True
        while changed:
            changed = False
            for cell, tiles in enumerate(possible):
                around = self.around[cell]
                surely = sum(EMPTY not in possible[other] for other in around)
                perhaps = sum(possible[other] != {EMPTY} for other in around)
                for tile in list(tiles):
                    if tile != EMPTY and not surely <= tile <= perhaps:
                        changed |= self.strike(possible, cell, tile)
                if len(tiles) == 1 and EMPTY not in tiles:
                    (tile,) = tiles
                    if tile == surely:
                        for other in around:
                            if EMPTY in possible[other] and len(possible[other]) > 1:
                                possible[other] = {EMPTY}
                                changed = True
                    elif tile == perhaps:
                        for other in around:
                            if possible[other] != {EMPTY}:
                                changed |= self.strike(possible, other, EMPTY)
            changed |= self.count(possible)

    def count(self, possible):
        """Holds what lies and what may lie against the number of tiles of each kind."""
        changed = False
        for tile, wanted in self.tiles.items():
            holders = [cell for cell, tiles in enumerate(possible) if tile in tiles]
            fixed = [cell for cell in holders if len(possible[cell]) == 1]
            if len(fixed) > wanted or len(holders) < wanted:
                raise Contradiction(tile)
            if len(fixed) == wanted:
                for cell in set(holders) - set(fixed):
                    changed |= self.strike(possible, cell, tile)
            elif len(holders) == wanted:
                for cell in holders:
                    if possible[cell] != {tile}:
                        possible[cell] = {tile}
                        changed = True
        return changed

    def solve(self, possible=None):
        possible = self.possible if possible is None else possible
        self.tried += 1
        try:
            self.tighten(possible)
        except Contradiction:
            return
        open_cells = [cell for cell, tiles in enumerate(possible) if len(tiles) > 1]
        if not open_cells:
            yield [next(iter(tiles)) for tiles in possible]
            return
        cell = min(open_cells, key=lambda cell: (len(possible[cell]), -len(self.around[cell]), cell))
        for tile in sorted(possible[cell], reverse=True):
            trial = [set(tiles) for tiles in possible]
            trial[cell] = {tile}
            yield from self.solve(trial)


def tiles_of(around, filled):
    tiles = dict.fromkeys(range(EMPTY + 1), 0)
    for cell, others in enumerate(around):
        tiles[sum(other in filled for other in others) if cell in filled else EMPTY] += 1
    return tiles


for seed in (3, 8, 10, 14, 22, 27, 28, 35, 37):
    cells, around = hexagon(2)
    filled = set()
    state = seed
    for cell in range(len(cells)):
        state = (state * 1103515245 + 12345) % 2147483648
        if state >> 16 & 7 < 4:
            filled.add(cell)
    puzzle = Puzzle(around, tiles_of(around, filled))
    found = 0
    for solution in puzzle.solve():
        found += 1
        assert tiles_of(around, {cell for cell, tile in enumerate(solution) if tile != EMPTY}) == puzzle.tiles
        if found == 200:
            break
    print(found, puzzle.tried, "".join("0123456."[tile] for tile in solution))
