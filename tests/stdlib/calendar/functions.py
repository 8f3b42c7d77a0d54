# The functions of the module: leap years, weekdays, ranges, timegm, and the texts that share one calendar.
import calendar
import time
import warnings


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(calendar.__all__)
print([year for year in (0, 1900, 1999, 2000, 2023, 2024, 2100) if calendar.isleap(year)], calendar.isleap(2000.0))
print(calendar.leapdays(2000, 2021), calendar.leapdays(1900, 1900), calendar.leapdays(2000, 2001), calendar.leapdays(2001, 2000))
print(repr(calendar.weekday(2024, 2, 29)), calendar.weekday(0, 1, 1), calendar.weekday(10000, 1, 1), calendar.weekday(-5, 1, 1))
for month in range(1, 13):
    print(calendar.monthrange(2023, month), end=" ")
print(calendar.monthrange(2024, 2), calendar.monthrange(2024, 2)[0] == 3, calendar.monthrange(0, 2))
print(calendar.monthcalendar(2024, 2), calendar.monthcalendar(9999, 12)[-1], calendar.monthcalendar(10000, 1)[0])
print(calendar.timegm((2020, 1, 2, 3, 4, 5)), calendar.timegm(time.gmtime(1e9)), calendar.timegm((1, 1, 1, 0, 0, 0)))
print(calendar.timegm((2020, 1, 45, 25, 61, 61, 0, 0, 0)), calendar.timegm((2020, 1, 1.5, 0, 0, 0)), calendar.EPOCH)
for names in calendar.month_name, calendar.month_abbr, calendar.day_name, calendar.day_abbr:
    print(len(names), list(names), names[1], names[-1], names[1:3], list(reversed(names))[0], "May" in names)
print(calendar.mdays)
fails(lambda: calendar.month_name[13])
fails(lambda: calendar.day_abbr["a"])
fails(lambda: calendar.monthrange(2020, 13))
fails(lambda: calendar.monthrange(2020, 0))
fails(lambda: calendar.monthrange(2020, "x"))
fails(lambda: calendar.monthrange(2020, 2.0))
fails(lambda: calendar.weekday(2020, 13, 1))
fails(lambda: calendar.weekday(2020, 2, 30))
fails(lambda: calendar.weekday("a", 1, 1))
fails(lambda: calendar.timegm((1,)))
fails(lambda: calendar.timegm((2020, 13, 1, 0, 0, 0)))
fails(lambda: calendar.timegm((0, 1, 1, 0, 0, 0)))
fails(lambda: calendar.isleap("a"))
fails(lambda: calendar.Foo)

print(calendar.firstweekday(), repr(calendar.weekheader(2)), repr(calendar.weekheader(10)))
print(repr(calendar.week([(1, 0), (2, 1), (0, 2)], 3)), repr(calendar.formatstring(["a", "b"], 5, 2)))
calendar.prweek([(1, 0), (31, 1)], 4)
print("|")
calendar.format(["left", "right"], 10)
calendar.prmonth(2024, 2)
print(calendar.month(2024, 2, 3, 2))
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.weekheader(3), calendar.monthcalendar(2024, 2)[0], sep="\n")
print(calendar.month(2024, 9))
calendar.prcal(2024, m=4, c=2)
print(calendar.calendar(2024, 3, 2, 4, 2)[:300])
calendar.setfirstweekday(0)
for wrong in 7, -1, "a", None:
    fails(lambda: calendar.setfirstweekday(wrong))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(calendar.January, calendar.February)
print([(warning.category.__name__, str(warning.message)) for warning in caught])
