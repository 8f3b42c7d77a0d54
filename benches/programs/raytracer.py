"""A ray tracer of vectors with operators: spheres over a chequered floor, shadows and mirrors."""


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    __rmul__ = __mul__

    def __neg__(self):
        return Vector(-self.x, -self.y, -self.z)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def length(self):
        return self.dot(self) ** 0.5

    def unit(self):
        return self * (1.0 / self.length())

    def mirrored(self, normal):
        return self - 2.0 * self.dot(normal) * normal


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction.unit()

    def at(self, distance):
        return self.origin + self.direction * distance


class Surface:
    def __init__(self, colour, shine=0.0):
        self.colour = colour
        self.shine = shine

    def colour_at(self, point):
        return self.colour


class Chequered(Surface):
    def __init__(self, colour, other, shine=0.0):
        super().__init__(colour, shine)
        self.other = other

    def colour_at(self, point):
        return self.colour if (int(point.x // 1) + int(point.z // 1)) % 2 else self.other


class Sphere:
    def __init__(self, centre, radius, surface):
        self.centre = centre
        self.radius = radius
        self.surface = surface

    def hit(self, ray):
        to_centre = self.centre - ray.origin
        along = to_centre.dot(ray.direction)
        square = self.radius * self.radius - (to_centre.dot(to_centre) - along * along)
        if square < 0:
            return None
        distance = along - square ** 0.5
        return distance if distance > 1e-6 else None

    def normal_at(self, point):
        return (point - self.centre).unit()


class Floor:
    def __init__(self, height, surface):
        self.height = height
        self.surface = surface

    def hit(self, ray):
        if abs(ray.direction.y) < 1e-9:
            return None
        distance = (self.height - ray.origin.y) / ray.direction.y
        return distance if distance > 1e-6 else None

    def normal_at(self, point):
        return Vector(0.0, 1.0, 0.0)


class Scene:
    def __init__(self):
        self.things = []
        self.lights = []

    def first_hit(self, ray):
        nearest = None
        for thing in self.things:
            distance = thing.hit(ray)
            if distance is not None and (nearest is None or distance < nearest[0]):
                nearest = (distance, thing)
        return nearest

    def is_lit(self, point, light):
        ray = Ray(point, light - point)
        reach = (light - point).length()
        return not any((distance := thing.hit(ray)) is not None and distance < reach for thing in self.things)

    def colour(self, ray, depth=0):
        hit = self.first_hit(ray)
        if hit is None:
            return (0.2, 0.3, 0.5)
        distance, thing = hit
        point = ray.at(distance)
        normal = thing.normal_at(point)
        red, green, blue = thing.surface.colour_at(point)
        light = 0.15
        for source in self.lights:
            if self.is_lit(point, source):
                light += max(0.0, (source - point).unit().dot(normal)) * 0.8
        shine = thing.surface.shine
        if shine and depth < 3:
            r, g, b = self.colour(Ray(point, ray.direction.mirrored(normal)), depth + 1)
            red, green, blue = red + shine * r, green + shine * g, blue + shine * b
        return (red * light, green * light, blue * light)

    def render(self, width, height):
        eye = Vector(0.0, 1.2, -6.0)
        for row in range(height):
            line = []
            for column in range(width):
                aim = Vector((column - width / 2) / width * 2, (height / 2 - row) / width * 2, 1.6)
                line.append(tuple(min(255, int(part * 255)) for part in self.colour(Ray(eye, aim))))
            yield line


scene = Scene()
scene.lights = [Vector(5.0, 8.0, -6.0), Vector(-7.0, 5.0, -3.0)]
for i in range(5):
    scene.things.append(Sphere(Vector(i * 1.3 - 2.6, 0.6 + i % 2 * 0.8, i * 0.5), 0.6,
                               Surface((0.2 + 0.15 * i, 0.9 - 0.15 * i, 0.4), 0.3)))
scene.things.append(Floor(0.0, Chequered((0.9, 0.9, 0.9), (0.1, 0.1, 0.1), 0.1)))
shades = " .:-=+*#%@"
total = [0, 0, 0]
for number, line in enumerate(scene.render(216, 144)):
    for pixel in line:
        for part in range(3):
            total[part] += pixel[part]
    if number % 18 == 0:
        print("".join(shades[sum(pixel) * 10 // 766] for pixel in line[::3]))
print(total)
