"""Zones by key and from files: errors, repr, pickles."""
import copy
import datetime as D
import io
import pickle
import zoneinfo
from zoneinfo import ZoneInfo
import re
PLACES = re.compile('0x[0-9a-f]+')



def show(label, call):
    try:
        print(label, "->", PLACES.sub("0x", str(call())))
    except BaseException as error:
        print(label, "!!", type(error).__module__, PLACES.sub("0x", repr(error)), getattr(error, "__notes__", ""))


show("av", lambda: (len(zoneinfo.available_timezones())>400, "Europe/Berlin" in zoneinfo.available_timezones(), "posix/UTC" in zoneinfo.available_timezones(), "posixrules" in zoneinfo.available_timezones()))
z=ZoneInfo("Europe/Berlin")
show("repr", lambda: (repr(z), str(z), z.key, z is ZoneInfo("Europe/Berlin"), ZoneInfo.no_cache("Europe/Berlin") is z, isinstance(z, D.tzinfo)))
show("utc", lambda: (ZoneInfo("UTC").utcoffset(None), ZoneInfo("UTC").dst(None), ZoneInfo("UTC").tzname(None), z.utcoffset(None), z.dst(None), z.tzname(None)))
for k in ("nope","/etc/passwd","../x","a/../b","a/./b","", "Europe", "a\0b", "é", "Europe/Berlin/", ".", "a//b"): show(k.encode(), lambda: ZoneInfo(k))
show("int", lambda: ZoneInfo(5))

show("kw", lambda: ZoneInfo(key="UTC"))

data=open("/usr/share/zoneinfo/Europe/Berlin","rb").read()
f=ZoneInfo.from_file(io.BytesIO(data))
show("ff", lambda: (repr(f)[:45], f.key, f.utcoffset(D.datetime(2020,7,1))))
show("ffs", lambda: str(f)[:30])
f2=ZoneInfo.from_file(io.BytesIO(data), key="My/Zone")
show("ff", lambda: (repr(f2), str(f2)))
show("pick", lambda: pickle.dumps(f))
show("pick", lambda: pickle.dumps(f2))
show("pick", lambda: pickle.loads(pickle.dumps(z)) is z)
show("nc", lambda: pickle.loads(pickle.dumps(ZoneInfo.no_cache("UTC"))) is ZoneInfo("UTC"))
show("red", lambda: (z.__reduce__()[1], ZoneInfo.no_cache("UTC").__reduce__()[1]))
show("copy", lambda: (copy.copy(z) is z, copy.deepcopy(z) is z))
show("badf", lambda: ZoneInfo.from_file(io.BytesIO(b"xx")))

show("badf", lambda: ZoneInfo.from_file(5))
