"""Offsets, gaps and repeated hours; caches; the search path."""
import datetime as D
import io
import os
import zoneinfo
from zoneinfo import ZoneInfo
import re
PLACES = re.compile('0x[0-9a-f]+')



def show(label, call):
    try:
        print(label, "->", PLACES.sub("0x", str(call())))
    except BaseException as error:
        print(label, "!!", type(error).__module__, PLACES.sub("0x", repr(error)), getattr(error, "__notes__", ""))


z=ZoneInfo("Europe/Berlin")
data=open("/usr/share/zoneinfo/Europe/Berlin","rb").read()
for d in (D.datetime(2020,3,29,2,30), D.datetime(2020,3,29,2,30,fold=1), D.datetime(2020,10,25,2,30), D.datetime(2020,10,25,2,30,fold=1), D.datetime(1800,1,1), D.datetime(2500,7,1), D.datetime(2500,10,31,2,30,fold=1), D.datetime(1,1,1), D.datetime(9999,12,31,23,59,59)):
    d=d.replace(tzinfo=z); show(d, lambda: (d.utcoffset(), d.dst(), d.tzname()))
for d in (D.datetime(2020,10,25,0,30), D.datetime(2020,10,25,1,30), D.datetime(2020,3,29,1), D.datetime(2500,10,31,1,30), D.datetime(2500,10,31,0,30)):
    x=d.replace(tzinfo=D.timezone.utc).astimezone(z); show(d, lambda: (x, x.fold, x.tzname()))
show("fu", lambda: z.fromutc(D.datetime(2020,1,1)))
show("fu", lambda: z.fromutc(5))
show("uo", lambda: z.utcoffset(5))

show("time", lambda: D.time(1,tzinfo=z).utcoffset())
show("time", lambda: D.time(1,tzinfo=ZoneInfo("UTC")).utcoffset())
show("cc", lambda: ZoneInfo.clear_cache())
show("cc", lambda: ZoneInfo("Europe/Berlin") is z); w=ZoneInfo("Asia/Tokyo")
show("cc", lambda: ZoneInfo.clear_cache(only_keys=["Asia/Tokyo"]))
show("cc", lambda: ZoneInfo("Asia/Tokyo") is w)
class Sub(ZoneInfo): pass
show("sub", lambda: (repr(Sub("UTC"))[-30:], Sub("UTC") is Sub("UTC"), Sub("UTC") is ZoneInfo("UTC"), type(Sub.no_cache("UTC")).__name__, type(Sub.from_file(io.BytesIO(data))).__name__))
show("rt", lambda: zoneinfo.reset_tzpath("x"))
show("rt", lambda: zoneinfo.reset_tzpath(["x"]))
show("rt", lambda: zoneinfo.reset_tzpath(to=["/a","b","../c"]))
show("rt", lambda: (zoneinfo.reset_tzpath(["/nowhere"]), zoneinfo.TZPATH))
show("gone", lambda: ZoneInfo.no_cache("Asia/Kolkata")); 
os.environ["PYTHONTZPATH"]="/a:b:/c"
import warnings
warnings.simplefilter("error")
show("rt", lambda: (zoneinfo.reset_tzpath(), zoneinfo.TZPATH)); os.environ["PYTHONTZPATH"]="/a:/c"
show("rt", lambda: (zoneinfo.reset_tzpath(), zoneinfo.TZPATH)); os.environ["PYTHONTZPATH"]=""
show("rt", lambda: (zoneinfo.reset_tzpath(), zoneinfo.TZPATH)); del os.environ["PYTHONTZPATH"]
show("rt", lambda: (zoneinfo.reset_tzpath(), zoneinfo.TZPATH))
show("mro", lambda: (zoneinfo.ZoneInfoNotFoundError.__mro__[1:3], zoneinfo.InvalidTZPathWarning.__mro__[1:3], zoneinfo.ZoneInfoNotFoundError.__module__))
show("eq", lambda: (z == ZoneInfo.no_cache("Europe/Berlin"), hash(z)==hash(z)))
show("nx", lambda: zoneinfo.nope)
show("arith", lambda: (D.datetime(2020,10,24,12,tzinfo=z)+D.timedelta(days=1), D.datetime(2020,10,25,12,tzinfo=z).timestamp()))
