# tzinfo and timezone: what zones answer, how datetimes ask them, and what is refused.
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def hours(*args):
    return timezone(timedelta(hours=args[0]), *args[1:])


print(UTC, repr(UTC), UTC is timezone.utc, timezone(timedelta(0)) is UTC, timezone(timedelta(0), "UTC") is UTC)
print(repr(timezone.min), repr(timezone.max), timezone.min, timezone.max)
for zone in hours(1), hours(-5.5), hours(2, "CEST"), timezone(timedelta(seconds=3)), timezone(-timedelta(microseconds=1)):
    print(zone, repr(zone), zone.utcoffset(None), zone.dst(None), zone.tzname(None), zone.__getinitargs__())
print(hours(3, "x") == hours(3), hash(hours(3, "x")) == hash(hours(3)), hours(1) == hours(2), hours(1) == 1, UTC != None)
print(UTC.__reduce__(), hours(2, "x").__reduce__(), UTC.__reduce_ex__(2))
moment = datetime(2024, 2, 29, 12, tzinfo=hours(2))
print(moment, moment.utcoffset(), moment.dst(), moment.tzname(), moment.tzinfo.fromutc(moment))
print(moment.astimezone(UTC), moment.astimezone(hours(-8)), moment.astimezone(moment.tzinfo) is moment)
print(datetime(2024, 1, 1).utcoffset(), time(1).dst(), time(1).tzname(), time(1, tzinfo=UTC).utcoffset())

fails(lambda: timezone())
fails(lambda: timezone(1))
fails(lambda: timezone(timedelta(1)))
fails(lambda: timezone(-timedelta(1)))
fails(lambda: timezone(timedelta(0), None))
fails(lambda: timezone(timedelta(0), 1))
fails(lambda: timezone(timedelta(0), "a", "b"))
fails(lambda: timezone(name="a"))
fails(lambda: timezone(timedelta(0), nam="a"))
fails(lambda: type("Mine", (timezone,), {}))
fails(lambda: UTC.utcoffset(1))
fails(lambda: UTC.utcoffset(date(1, 1, 1)))
fails(lambda: UTC.tzname(time(1)))
fails(lambda: UTC.dst("x"))
fails(lambda: UTC.fromutc(1))
fails(lambda: UTC.fromutc(datetime(1, 1, 1)))
fails(lambda: UTC.fromutc(datetime(1, 1, 1, tzinfo=hours(2))))
fails(lambda: datetime(1, 1, 1, tzinfo=5))
fails(lambda: datetime(1, 1, 1).astimezone("UTC"))
fails(lambda: datetime.now("UTC"))
fails(lambda: datetime(1, 1, 1, tzinfo=UTC).astimezone(hours(-2)))
bare = tzinfo()
for ask in bare.utcoffset, bare.dst, bare.tzname, bare.fromutc:
    fails(lambda: ask(None))
fails(lambda: bare.fromutc(datetime(1, 1, 1, tzinfo=UTC)))


class Berlin(tzinfo):
    """Central European time by the rules since 1996."""

    def _summer(self, dt):
        first, last = [datetime(dt.year, month, 31) for month in (3, 10)]
        first -= timedelta((first.weekday() + 1) % 7, hours=-2)
        last -= timedelta((last.weekday() + 1) % 7, hours=-3)
        naive = dt.replace(tzinfo=None, fold=0)
        if last - timedelta(hours=1) <= naive < last:
            return not dt.fold
        return first <= naive < last

    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=int(dt is not None and self._summer(dt)))

    def tzname(self, dt):
        return "CEST" if self.dst(dt) else "CET"

    def __repr__(self):
        return "Berlin()"


zone = Berlin()
for month in 1, 7:
    moment = datetime(2024, month, 1, 12, tzinfo=zone)
    print(repr(moment), moment.isoformat(), moment.tzname(), moment.dst(), moment.timetuple().tm_isdst, moment.astimezone(UTC))
print(datetime(2024, 7, 1, tzinfo=UTC).astimezone(zone), datetime(2024, 12, 1, tzinfo=UTC).astimezone(zone))
first = datetime(2024, 10, 27, 2, 30, tzinfo=zone)
second = first.replace(fold=1)
print(first.utcoffset(), second.utcoffset(), first == second, first - second, hash(first) == hash(second))
print(first.timestamp(), second.timestamp(), first.astimezone(UTC), second.astimezone(UTC))
print(first == first.astimezone(UTC), second == second.astimezone(UTC), first < second, first.astimezone(UTC) < second)
print(datetime(2024, 10, 27, 12, tzinfo=zone) == datetime(2024, 10, 27, 11, tzinfo=UTC), repr(second))
print(zone.__reduce__(), tzinfo(1, x=2).__reduce__())


class Odd(tzinfo):
    answer = None

    def utcoffset(self, dt):
        return self.answer

    dst = tzname = utcoffset


odd = Odd()
for odd.answer in None, timedelta(1), -timedelta(1), 5, "x", timedelta(hours=3):
    moment = datetime(2020, 1, 1, tzinfo=odd)
    for method in "utcoffset", "dst", "tzname", "isoformat", "timetuple", "utctimetuple", "__hash__":
        fails(lambda: getattr(moment, method)() if method != "__hash__" else hash(moment) == hash(datetime(2020, 1, 1)))
    fails(lambda: moment == datetime(2020, 1, 1))
    fails(lambda: moment < datetime(2020, 1, 1, tzinfo=UTC))
    fails(lambda: odd.fromutc(moment).hour)
