# Calendar: months and years as lists and iterators, for every first weekday, and at the ends of the years.
import calendar
from calendar import Calendar, Day, IllegalMonthError, Month


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(Calendar().firstweekday, Calendar(6).getfirstweekday(), Calendar(8).firstweekday, Calendar(-1).firstweekday)
shown = Calendar(firstweekday=Day.SUNDAY)
print(shown.firstweekday, list(shown.iterweekdays()))
shown.setfirstweekday(3)
print(shown.firstweekday, list(shown.iterweekdays()))
shown.firstweekday = 6
print(list(shown.itermonthdays(2024, 2)))
print(list(shown.itermonthdays2(2024, 2)))
print(list(shown.itermonthdays3(2024, 2)))
print(list(shown.itermonthdays4(2024, 12)))
print([str(day) for day in shown.itermonthdates(2024, 1)])
for first in range(7):
    weeks = Calendar(first).monthdayscalendar(2021, 2)
    print(first, len(weeks), weeks[0], weeks[-1])
print(Calendar().monthdatescalendar(2020, 2)[0])
print(Calendar().monthdays2calendar(2020, 2))
print(Calendar().yeardatescalendar(2020, 5)[2][1][0])
print(Calendar().yeardays2calendar(2020)[0][0][0], len(Calendar().yeardays2calendar(2020)))
print(Calendar().yeardayscalendar(2020, width=4)[2])
print([len(row) for row in Calendar().yeardayscalendar(2020, 5)])
print(list(Calendar(6).itermonthdays3(9999, 12))[-3:], list(Calendar(6).itermonthdays3(1, 1))[:2])
print(list(Calendar(6).itermonthdays4(1, 1))[:2], list(Calendar().itermonthdates(1, 1))[0])
fails(lambda: list(Calendar().itermonthdates(9999, 12)))
fails(lambda: list(Calendar(6).itermonthdates(1, 1)))
for method in "itermonthdates", "itermonthdays", "itermonthdays2", "itermonthdays3", "itermonthdays4", "monthdayscalendar":
    fails(lambda: list(getattr(Calendar(), method)(2020, 13)))
fails(lambda: Calendar("x").firstweekday)
fails(lambda: Calendar().monthdays2calendar(2020, "x"))

print(list(Month), list(Day), Month(2), Day(6), Month.MAY, repr(Month.MAY), repr(Day.MONDAY), f"{Day.SUNDAY}")
print(calendar.JANUARY, repr(calendar.DECEMBER), calendar.MONDAY == 0, calendar.SUNDAY + 1, isinstance(calendar.MAY, int))
print(Month.__module__, Day["FRIDAY"].value, Month.MARCH < calendar.APRIL)
fails(lambda: Month(13))
fails(lambda: Day(7))
error = IllegalMonthError(13)
print(repr(error), error, error.month, error.args, IllegalMonthError.__mro__[1:3], calendar.error is ValueError)
other = calendar.IllegalWeekdayError(7)
print(repr(other), other, other.weekday, type(other).__mro__[1:2])


class Work(Calendar):
    def iterweekdays(self):
        return [day for day in super().iterweekdays() if day < 5]


print(Work().iterweekdays(), len(Work().monthdayscalendar(2024, 5)))
