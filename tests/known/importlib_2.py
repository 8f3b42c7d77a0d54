# How a module shows itself: by its spec if it has one, by its loader, or by its file.
import sys
Module = type(sys)
module = Module("plain")
print(module)
module.__loader__ = "a loader"
print(module)
class Spec:
    name = "named"
    loader = "spec's loader"
    origin = None
    has_location = False
module.__spec__ = Spec()
print(module)
module.__file__ = "/some/file.py"
print(module)
