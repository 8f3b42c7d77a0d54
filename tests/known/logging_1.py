# format_stack of a given frame begins with that frame.
import sys, traceback
def inner():
    frame = sys._getframe(1)
    return traceback.format_stack(frame)
def outer():
    return inner()
print("inner" in outer()[-1].splitlines()[0], len(outer()))
print(traceback.extract_stack(sys._getframe())[-1].name)
