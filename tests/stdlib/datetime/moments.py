# datetime: constructors, timestamps, combination, arithmetic, comparison, pickling form, subclasses and messages.
import warnings
from datetime import UTC, date, datetime, time, timedelta, timezone


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Index:
    def __index__(self):
        return 5


east = timezone(timedelta(hours=2), "EET")
moment = datetime(2024, 2, 29, 3, 4, 5, 6789, east)
print(moment, repr(moment), moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
print(moment.microsecond, moment.tzinfo, moment.fold, moment.date(), moment.time(), moment.timetz(), moment.ctime())
print(repr(datetime(1, 1, 1, fold=1)), repr(datetime(1, 1, 1, 1, 1, 1)), repr(datetime(1, 1, 1, 0, 0, 0, 5)))
print(repr(datetime(1, 1, 1, tzinfo=UTC, fold=1)), datetime(*[Index()] * 7), datetime(2020, True, True, True, fold=True))
print(datetime.min, datetime.max, datetime.resolution, datetime(2020, 1, 2, fold=1).time().fold)
print(moment.timetuple(), moment.utctimetuple(), moment.toordinal(), moment.weekday(), moment.isoweekday())
print(moment.isocalendar(), datetime.fromordinal(5), datetime.fromisocalendar(2020, 1, 1), moment.timestamp())
for stamp in 0, 1.5, -1, 0.0000005, 0.0000015, -0.0000015, 1.9999999, 1e9, 1709168645.123456, True, Index(), -62135596800:
    print(datetime.fromtimestamp(stamp, UTC), datetime.fromtimestamp(stamp, tz=east).time(), end="; ")
print()
print(datetime.fromtimestamp(1e9).timestamp(), datetime.fromtimestamp(1709168645.25).timestamp(), datetime.fromtimestamp(5) == datetime.fromtimestamp(5, UTC).astimezone().replace(tzinfo=None))
print(datetime.combine(date(2020, 1, 2), time(3, tzinfo=UTC)), datetime.combine(moment, time(1, fold=1), tzinfo=UTC).fold)
print(repr(datetime.combine(date=date(1, 1, 1), time=time(1, tzinfo=UTC), tzinfo=None)))

now = datetime.now(UTC)
print(now.tzinfo is UTC, abs(datetime.now(east) - now) < timedelta(minutes=1), datetime.now().tzinfo, datetime.today().tzinfo)
print(abs(datetime.now().astimezone() - now) < timedelta(minutes=1), abs(datetime.now().timestamp() - now.timestamp()) < 60)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(datetime.utcfromtimestamp(1.5), datetime.utcnow().tzinfo)
for warning in caught:
    print(warning.category.__name__, warning.message)

day = timedelta(1)
print(moment + day, moment - day, day + moment, moment - moment.replace(day=1), datetime(2024, 3, 1) - datetime(2023, 3, 1))
print(moment.__add__(1), moment.__sub__("x"), moment.__lt__(date(2020, 1, 1)), moment == date(2024, 2, 29), moment.__eq__(5))
print(moment == moment.astimezone(UTC), hash(moment) == hash(moment.astimezone(UTC)), moment - moment.astimezone(UTC))
print(moment < moment.astimezone(UTC), moment <= moment, moment > datetime(2020, 1, 1, tzinfo=UTC), moment >= moment + day)
print(datetime(1, 1, 1) == datetime(1, 1, 1, tzinfo=UTC), datetime(1, 1, 1) != datetime(1, 1, 1, tzinfo=UTC))
print(datetime(1, 1, 1, fold=1) == datetime(1, 1, 1), hash(datetime(1, 1, 1, fold=1)) == hash(datetime(1, 1, 1)))
print(moment.replace(hour=0), moment.replace(tzinfo=None), moment.replace(2020, 1, 2, 3, 4, 5, 6, UTC), moment.replace(fold=1).fold)
print(moment.__replace__(month=3), datetime(2020, 1, 1).__reduce__(), moment.replace(fold=1).__reduce_ex__(4), moment.__reduce_ex__(2)[0])
print(repr(datetime(b"\x07\xe4\x81\x02\x03\x04\x05\x00\x00\x06", UTC)), repr(datetime("\x07\xe4\x01\x02\x03\x04\x05\x00\x00\x06")))
print(datetime.max - datetime.min, datetime.min - datetime.max, datetime.max.replace(tzinfo=UTC) - timedelta.resolution)
match moment:
    case datetime(year=2024, hour=hour):
        print("matched", hour)

fails(lambda: datetime())
fails(lambda: datetime(1))
fails(lambda: datetime(1, 2))
fails(lambda: datetime(1, 2, 3, 4, 5, 6, 7, None, 1))
fails(lambda: datetime(1, 2, 3, 4, 5, 6, 7, 8))
fails(lambda: datetime(1, 2, 3, a=8))
fails(lambda: datetime(1, 2, 3, hours=8))
fails(lambda: datetime(1, 2, "3"))
fails(lambda: datetime(1, 2, 3, 4.0))
fails(lambda: datetime(2023, 2, 29))
fails(lambda: datetime(1, 2, 3, 24))
fails(lambda: datetime(1, 2, 3, 4, 60))
fails(lambda: datetime(1, 2, 3, microsecond=-1))
fails(lambda: datetime(1, 2, 3, fold=2))
fails(lambda: datetime(b"\x07\xe4\x81\x02\x03\x04\x05\x00\x00\x06", 5))
fails(lambda: datetime("\x07\xe4\x81\x02\x03\x04\x05\x00\x00\u1234"))
for stamp in "a", None, 1e30, 1e18, 1e12, -1e12, 10**30, float("nan"), float("inf"), 253402300800:
    fails(lambda: datetime.fromtimestamp(stamp, UTC))
fails(lambda: datetime.fromtimestamp(0, 1))
fails(lambda: datetime.combine(1, 2))
fails(lambda: datetime.combine(date(1, 1, 1), 2))
fails(lambda: datetime.combine(date(1, 1, 1), time(1), 3))
fails(lambda: moment.replace(month=13))
fails(lambda: moment.replace(tzinfo=3))
fails(lambda: moment.replace(x=1))
fails(lambda: datetime(1, 1, 1) < moment)
fails(lambda: datetime(1, 1, 1) - moment)
fails(lambda: datetime.max + day)
fails(lambda: datetime.min - timedelta.resolution)
fails(lambda: datetime(1, 1, 1, tzinfo=east).utctimetuple())
fails(lambda: setattr(moment, "hour", 3))
fails(lambda: setattr(moment, "year", 3))
fails(lambda: setattr(moment, "tzinfo", None))


class Stamp(datetime):
    def __new__(cls, *args, **kwargs):
        print("made of", args, kwargs)
        return super().__new__(cls, *args, **kwargs)


mine = Stamp(2024, 5, 6, fold=1)
print(repr(mine.replace(tzinfo=UTC)), repr(mine + day), repr(mine.replace(year=1, fold=0)), mine.__reduce__())
print(repr(Stamp.fromtimestamp(5, UTC)), repr(Stamp.combine(date(1, 1, 1), time(1, fold=1))), repr(Stamp.fromordinal(5)))
print(repr(Stamp.fromisoformat("2020-01-02T24:00")), repr(Stamp.strptime("2020 +0100", "%Y %z")), repr(mine.date()), repr(mine.time()))
print(repr(Stamp(2020, 1, 1, tzinfo=UTC).astimezone(east)), mine == datetime(2024, 5, 6), mine - datetime(2024, 5, 5))
