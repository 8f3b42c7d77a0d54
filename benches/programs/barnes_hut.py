"""Gravity among a few hundred bodies by a tree of squares (Barnes and Hut): far groups pull as one."""


class Body:
    __slots__ = ("x", "y", "vx", "vy", "mass")

    def __init__(self, x, y, vx, vy, mass):
        self.x, self.y = x, y
        self.vx, self.vy = vx, vy
        self.mass = mass


class Square:
    """A square of the plane: empty, a leaf with one body, or four smaller squares."""

    def __init__(self, x, y, size):
        self.x = x
        self.y = y
        self.size = size
        self.body = None
        self.parts = None
        self.mass = 0.0
        self.centre_x = 0.0
        self.centre_y = 0.0

    def part_for(self, body):
        half = self.size / 2
        column = body.x >= self.x + half
        row = body.y >= self.y + half
        number = 2 * row + column
        part = self.parts[number]
        if part is None:
            part = self.parts[number] = Square(self.x + half * column, self.y + half * row, half)
        return part

    def insert(self, body):
        mass = self.mass + body.mass
        self.centre_x = (self.centre_x * self.mass + body.x * body.mass) / mass
        self.centre_y = (self.centre_y * self.mass + body.y * body.mass) / mass
        if self.mass == 0.0:
            self.body = body
        else:
            if self.parts is None:
                self.parts = [None, None, None, None]
                first, self.body = self.body, None
                self.part_for(first).insert(first)
            self.part_for(body).insert(body)
        self.mass = mass

    def pull(self, body, openness):
        """The acceleration of `body` by everything in this square."""
        dx = self.centre_x - body.x
        dy = self.centre_y - body.y
        square = dx * dx + dy * dy + 0.01
        if self.parts is None or self.size * self.size < openness * square:
            if self.body is body:
                return 0.0, 0.0
            force = self.mass / (square * square ** 0.5)
            return dx * force, dy * force
        ax = ay = 0.0
        for part in self.parts:
            if part is not None:
                px, py = part.pull(body, openness)
                ax += px
                ay += py
        return ax, ay


def numbers(seed):
    while True:
        seed = (seed * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        yield (seed >> 11) / (1 << 53)


def galaxy(count):
    source = numbers(7)
    for _ in range(count):
        x, y = next(source) * 20 - 10, next(source) * 20 - 10
        yield Body(x, y, -y * 0.05, x * 0.05, 0.5 + next(source))


def step(bodies, interval):
    left, top = min(body.x for body in bodies), min(body.y for body in bodies)
    right, bottom = max(body.x for body in bodies), max(body.y for body in bodies)
    root = Square(left, top, max(right - left, bottom - top) * 1.001)
    for body in bodies:
        root.insert(body)
    for body in bodies:
        ax, ay = root.pull(body, 0.5)
        body.vx += ax * interval
        body.vy += ay * interval
    for body in bodies:
        body.x += body.vx * interval
        body.y += body.vy * interval


bodies = list(galaxy(600))
for _ in range(25):
    step(bodies, 0.01)
mass = sum(body.mass for body in bodies)
print(f"{sum(body.x * body.mass for body in bodies) / mass:.9f} {sum(body.y * body.mass for body in bodies) / mass:.9f}")
print(f"{sum(body.mass * (body.vx ** 2 + body.vy ** 2) for body in bodies) / 2:.6f}")
