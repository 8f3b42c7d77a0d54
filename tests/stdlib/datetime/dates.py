# date: constructors, fields, calendars, arithmetic, comparison, pickling form and messages.
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Index:
    def __index__(self):
        return 5


day = date(2024, 2, 29)
print(day, repr(day), day.year, day.month, day.day, day.isoformat(), f"{day}", f"{day:%d.%m.%Y}", format(day, ""))
print(date(year=2020, month=2, day=3), date(Index(), Index(), Index()), date(2020, True, True), MINYEAR, MAXYEAR)
print(date.min, date.max, date.resolution, date.today() == datetime.now().date() or True)
print(day.weekday(), day.isoweekday(), day.toordinal(), day.ctime(), date(1, 7, 1).ctime())
print(day.timetuple(), date(2023, 12, 31).timetuple().tm_yday, date(2024, 12, 31).timetuple()[6:])
for ordinal in 1, 59, 60, 365, 366, 738945, 146097, 146098, 3652059:
    print(ordinal, date.fromordinal(ordinal), date.fromordinal(ordinal).toordinal() == ordinal, end="; ")
print()
print(all(date.fromordinal(n).toordinal() == n for n in range(1, 3652060, 9973)))

iso = day.isocalendar()
print(iso, tuple(iso), iso.year, iso.week, iso.weekday, iso == (2024, 9, 4), iso.__reduce__(), type(iso).__mro__[1:])
for text in "2020-12-31", "2021-01-03", "2021-01-04", "2024-12-30", "2026-12-31", "0001-01-01", "9999-12-31":
    found = date.fromisoformat(text)
    print(found.isocalendar()[:], end=" ")
    print(date.fromisocalendar(*found.isocalendar()) == found, end="; ")
print()
print(date.fromisocalendar(2020, 53, 7), date.fromisocalendar(year=2020, week=1, day=1))

print(day + timedelta(1), day - timedelta(1), timedelta(366) + day, day - date(2023, 3, 1), date(2023, 3, 1) - day)
print(day + timedelta(hours=23), day + timedelta(hours=-1), day - timedelta(hours=25), day.__add__(1), day.__sub__("x"))
print(day < date(2024, 3, 1), day <= day, day == date(2024, 2, 29), day != day, day > date.min, day >= date.max)
print(day == datetime(2024, 2, 29), day != datetime(2024, 2, 29), day == 5, day.__lt__(datetime.max), day.__eq__("x"))
print(hash(day) == hash(date(2024, 2, 29)), {day: 1}.get(date(2024, 2, 29)), sorted([date.max, day, date.min])[1])
print(day.replace(year=2020), day.replace(2028, 3), day.replace(day=1), day.__replace__(month=1), day.replace())
print(day.__reduce__(), date(b"\x07\xe8\x02\x1d"), date("\x07\xe8\x02\x1d"))
match day:
    case date(year=2024, month=month):
        print("matched", month)

fails(lambda: date())
fails(lambda: date(2020))
fails(lambda: date(2020, 1))
fails(lambda: date(2020, 1, 2, 3))
fails(lambda: date(2020, mont=1))
fails(lambda: date("2020", 1, 2))
fails(lambda: date(2020.0, 1, 2))
fails(lambda: date(None, 1, 2))
fails(lambda: date(b"abcd"))
fails(lambda: date(10**20, 1, 2))
fails(lambda: date(2021, 2, 10**12))
fails(lambda: date(2021, 2, -(10**12)))
fails(lambda: date(0, 1, 2))
fails(lambda: date(10000, 1, 2))
fails(lambda: date(2020, 13, 2))
fails(lambda: date(2020, 0, 2))
fails(lambda: date(2021, 2, 29))
fails(lambda: date(2021, 4, 0))
fails(lambda: day.replace(year=2023))
fails(lambda: day.replace(year="x"))
fails(lambda: day.replace(x=4))
fails(lambda: date.fromordinal(0))
fails(lambda: date.fromordinal(3652060))
fails(lambda: date.fromordinal("a"))
fails(lambda: date.fromordinal(10**30))
fails(lambda: date.fromisocalendar(2021, 53, 1))
fails(lambda: date.fromisocalendar(2020, 54, 1))
fails(lambda: date.fromisocalendar(2020, 1, 8))
fails(lambda: date.fromisocalendar(0, 1, 1))
fails(lambda: date.fromisocalendar(2**40, 1, 1))
fails(lambda: date.fromisocalendar(9999, 52, 6))
fails(lambda: date.fromtimestamp("a"))
fails(lambda: date.fromtimestamp(1e20))
fails(lambda: date.fromtimestamp(1e12))
fails(lambda: date.fromtimestamp(float("nan")))
fails(lambda: day.strftime(1))
fails(lambda: day.__format__(1))
fails(lambda: date.max + timedelta(1))
fails(lambda: date.min - timedelta(1))
fails(lambda: day + timedelta(999999999))
fails(lambda: setattr(day, "year", 3))
fails(lambda: delattr(day, "month"))


class Day(date):
    def __new__(cls, *args):
        print("made of", args)
        return super().__new__(cls, *args)


mine = Day(2024, 5, 6)
print(repr(mine), repr(mine + timedelta(1)), repr(mine.replace(day=7)), repr(Day.fromordinal(5)), repr(Day.fromisoformat("2020-01-02")))
print(repr(Day.fromisocalendar(2020, 1, 1)), repr(Day.strptime("2020", "%Y")), mine - date(2024, 5, 1), mine == date(2024, 5, 6))
print(mine.__reduce__(), Day.min, type(Day.max).__name__)
