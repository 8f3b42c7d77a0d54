# time: moments as text and fields.
import time

t = time.gmtime(86400 * 365 + 3661)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, t.tm_isdst, tuple(t), t[0], len(t))
print(time.strftime("%Y-%m-%d %H:%M:%S %j %a %A %b %B %d %y %I %p %% %X %x", t), time.strftime("%H", time.gmtime(0)))
print(time.localtime(0).tm_year, time.mktime(time.localtime(1e9)), time.asctime(t), time.ctime(0), time.gmtime(0.9).tm_sec)
print(len(time.strftime("%X")), time.strftime("%X").count(":"), time.timezone, t == time.gmtime(86400 * 365 + 3661))
print(t)
