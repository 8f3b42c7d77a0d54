# The zone's name of a time far ahead is the same as now's.
import time

for seconds in 253402214400, 4102444800, -62135596800:
    parts = time.localtime(seconds)
    print(parts.tm_zone, parts.tm_gmtoff)
