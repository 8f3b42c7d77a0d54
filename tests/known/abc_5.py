# A subclass of property with a docstring of its own shows the getter's docstring.
class prop(property):
    """The subclass."""


class A:
    @prop
    def x(self):
        """The getter."""

    y = prop(lambda self: 0)
    z = prop(lambda self: 0, doc="given")


print(A.x.__doc__, A.y.__doc__, A.z.__doc__, prop.__doc__, sep="|")
