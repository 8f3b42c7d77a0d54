# An __index__ that returns a subclass of int is warned about, and the result is an int.
import warnings


class I:
    def __index__(self):
        return True


warnings.simplefilter("error")
for call in (lambda: range(I()), lambda: [1, 2][I()], lambda: hex(I())):
    try:
        print(call())
    except DeprecationWarning as error:
        print(error)
warnings.simplefilter("ignore")
print(range(I()).stop, [1, 2][I()], hex(I()))
