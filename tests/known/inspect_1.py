# f_lineno of a frame object that was taken on an earlier line.
import sys
def show(frame):
    return frame.f_lineno
def work():
    frame = sys._getframe()
    x = 1

    return show(frame)
print(work())
