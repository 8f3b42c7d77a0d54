# A module may become an instance of a subclass of its type, and go back.
import sys
Module = type(sys)
class Counting(Module):
    def __getattribute__(self, name):
        if name == "answer":
            return 42
        return Module.__getattribute__(self, name)
module = Module("some")
module.__class__ = Counting
print(type(module).__name__, module.answer, module.__name__)
object.__setattr__(module, "__class__", Module)
print(type(module).__name__, hasattr(module, "answer"))
