"""`__call__` of a metaclass may be a class."""
class Meta(type):
    __call__ = dict

class Made(metaclass=Meta):
    pass

print(Made(a=1), type(Made()))
