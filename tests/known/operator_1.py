# The slot wrappers of sequences raise, where those of numbers give NotImplemented.
for call in (lambda: str.__add__("a", 1), lambda: list.__add__([], 1), lambda: tuple.__add__((), 1),
             lambda: bytes.__add__(b"", 1), lambda: bytearray.__add__(bytearray(), 1), lambda: str.__mul__("a", "b"),
             lambda: list.__mul__([], "b"), lambda: list.__imul__([], None), lambda: int.__add__(1, "a")):
    try:
        print(call())
    except TypeError as error:
        print("TypeError", error)
