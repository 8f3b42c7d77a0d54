# copy.replace
import copy


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __replace__(self, /, **changes):
        fields = {"x": self.x, "y": self.y} | changes
        return type(self)(**fields)


class Named(Point):
    def __init__(self, x, y, obj="name"):
        super().__init__(x, y)
        self.obj = obj


point = Point(1, 2)
print(copy.replace(point), copy.replace(point, x=5), copy.replace(point, y=[], x=0), point)
print(copy.replace(Named(1, 2), obj="other").obj, type(copy.replace(Named(1, 2))).__name__)
attempt(lambda: copy.replace(point, z=1))
attempt(lambda: copy.replace(point, 5))
attempt(lambda: copy.replace())
attempt(lambda: copy.replace(obj=point))
for value in (5, "text", [1], None, int, object()):
    attempt(lambda: copy.replace(value, a=1))
point.__replace__ = lambda **changes: "by the object"
print(copy.replace(point, x=9))


class Lying:
    __class__ = Point
    x = y = 7


attempt(lambda: copy.replace(Lying(), x=1))


class Without:
    __replace__ = None


attempt(lambda: copy.replace(Without()))


class Meta(type):
    def __replace__(cls, /, **changes):
        return type(cls)(cls.__name__, cls.__bases__, dict(vars(cls)) | changes)


class Configured(metaclass=Meta):
    limit = 1


print(copy.replace(Configured, limit=2).limit, Configured.limit)
