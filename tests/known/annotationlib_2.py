"""`type` has no annotations itself."""
try:
    print(type.__dict__["__annotations__"].__get__(type))
except AttributeError as error:
    print(error)
