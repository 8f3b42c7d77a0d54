# A subclass of property that calls super().__init__ with the getter.
class Named(property):
    def __init__(self, getter):
        super().__init__(getter)
        self.places = []

    def __set_name__(self, owner, name):
        self.places.append(name)


class Box:
    size = Named(lambda self: 7)


print(Box().size, Box.__dict__["size"].places)
