# Text signatures of built-in classes, and defaults of print.
for cls in (bool, classmethod, complex, enumerate, filter, float, frozenset, list, map, object, property, reversed, set,
            staticmethod, tuple, zip):
    print(cls.__name__, cls.__text_signature__)
print(print.__text_signature__)
print(sorted.__text_signature__)
