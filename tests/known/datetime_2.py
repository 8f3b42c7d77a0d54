# A script's change of TZ must reach time.tzset().
import os
import time

for zone in "America/New_York", "Europe/Berlin", "UTC":
    os.environ["TZ"] = zone
    time.tzset()
    print(zone, time.tzname, time.timezone, time.daylight, time.localtime(1700000000)[:6], time.localtime(0).tm_gmtoff)
