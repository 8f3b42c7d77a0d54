# time: constructors, fields, ISO text, comparison, fold, pickling form and messages.
from datetime import UTC, time, timedelta, timezone


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Index:
    def __index__(self):
        return 5


east, west = timezone(timedelta(hours=2)), timezone(timedelta(hours=-5, minutes=-30, seconds=-7))
clock = time(3, 4, 5, 6789, tzinfo=east)
print(clock, repr(clock), clock.hour, clock.minute, clock.second, clock.microsecond, clock.tzinfo, clock.fold)
print(repr(time(1, fold=1)), repr(time(1, 2)), repr(time(1, 2, 3)), repr(time(1, 2, 3, 4)), repr(time(tzinfo=UTC, fold=1)))
print(time(), bool(time()), time.min, time.max, time.resolution, time(Index(), True), time(hour=23, microsecond=1))
for timespec in "auto", "hours", "minutes", "seconds", "milliseconds", "microseconds":
    print(clock.isoformat(timespec), time(23).isoformat(timespec=timespec), time(1, tzinfo=west).isoformat(timespec), end="; ")
print()
print(clock.utcoffset(), clock.dst(), clock.tzname(), f"{clock:%H%M}", format(clock, ""), clock.strftime("%H:%M:%S.%f %z %Z %:z"))
print(time(1, tzinfo=east) == time(4, tzinfo=timezone(timedelta(hours=5))), time(1, tzinfo=east) < time(1, tzinfo=UTC))
print(hash(time(3, tzinfo=east)) == hash(time(1, tzinfo=UTC)), time(1) < time(2), time(1) >= time(1, fold=1), time(1) == time(1, fold=1))
print(time(1) == time(1, tzinfo=UTC), time(1) != time(1, tzinfo=UTC), time(1) == 1, time(1).__lt__(1), time(1).__eq__("x"))
print(hash(time(1)) == hash(time(1, fold=1)), max(time(5), time(4, 59)), sorted([time(2), time(1)])[0])
print(clock.replace(hour=1), clock.replace(1, 2, 3, 4, None), clock.replace(tzinfo=None, fold=1), clock.__replace__(second=0))
print(clock.__reduce__(), time(1, fold=1).__reduce__(), time(1, fold=1).__reduce_ex__(4), time(1, fold=1, tzinfo=UTC).__reduce_ex__(5))
print(repr(time(b"\x81\x02\x03\x00\x00\x04")), repr(time(b"\x01\x02\x03\x00\x1a\x85", UTC)), repr(time("\x01\x02\x03\x00\x00\x04")))

fails(lambda: time(24))
fails(lambda: time(-1))
fails(lambda: time(1, 60))
fails(lambda: time(1, 1, 60))
fails(lambda: time(1, 1, 1, 10**6))
fails(lambda: time(1, 1, 1, 1, 1))
fails(lambda: time(1, 1, 1, 1, None, 1))
fails(lambda: time(fold=2))
fails(lambda: time(fold=None))
fails(lambda: time(1.0))
fails(lambda: time("1"))
fails(lambda: time(10**10))
fails(lambda: time(a=1))
fails(lambda: time(hour=1, hours=2))
fails(lambda: time(b"\x01\x02\x03\x00\x00\x04", 3))
fails(lambda: time(b"\x21\x02\x03\x00\x00\x04"))
fails(lambda: time(1).isoformat("x"))
fails(lambda: time(1).isoformat(1))
fails(lambda: time(1).isoformat(None))
fails(lambda: time(1).replace(hour=24))
fails(lambda: time(1).replace(tzinfo=1))
fails(lambda: time(1).replace(x=1))
fails(lambda: time(1).__reduce_ex__("a"))
fails(lambda: time(1) < time(1, tzinfo=UTC))
fails(lambda: setattr(time(1), "hour", 3))
fails(lambda: setattr(time(1), "tzinfo", None))
fails(lambda: time(1).strftime(b"%H"))


class Clock(time):
    def __new__(cls, *args, **kwargs):
        print("made of", args, kwargs)
        return super().__new__(cls, *args, **kwargs)


mine = Clock(1, 2)
print(repr(mine), repr(mine.replace(hour=4)), repr(Clock(1, fold=1).replace(tzinfo=UTC)), repr(Clock.fromisoformat("04:05Z")))
print(repr(Clock.strptime("4", "%H")), mine == time(1, 2), hash(mine) == hash(time(1, 2)), mine.__reduce__(), repr(Clock.max))
