# The callers of a traceback's frame, while they are still running.
import sys
def fails():
    try:
        1 / 0
    except ZeroDivisionError as error:
        frame = error.__traceback__.tb_frame
        print(frame is sys._getframe(), frame.f_back is not None and frame.f_back.f_code.co_name)
def caller():
    fails()
caller()
