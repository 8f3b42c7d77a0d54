# time.strftime knows the C library's flags, widths and modifiers.
import time

parts = (2020, 1, 2, 3, 4, 5, 3, 2, -1)
for format in "%-d", "%_d", "%^a", "%#p", "%10Y", "%Ey", "%Od", "%-I:%M", "%010j", "%4>":
    print(format, repr(time.strftime(format, parts)))
