# A user's program: a month planner with events, paydays, and a command line that prints calendars.
import calendar
from datetime import date, timedelta

EVENTS = {date(2024, 2, 14): "dinner", date(2024, 2, 29): "leap day", date(2024, 3, 31): "summer time"}


class Planner(calendar.TextCalendar):
    """Marks the days that have events and lists them below the month."""

    def formatmonth(self, theyear, themonth, w=0, l=0):
        self.days = {day.day for day in EVENTS if (day.year, day.month) == (theyear, themonth)}
        text = super().formatmonth(theyear, themonth, max(3, w), l)
        return text + "".join(f"  {day:%a %d}: {what}\n" for day, what in EVENTS.items() if day.day in self.days and day.month == themonth)

    def formatday(self, day, weekday, width):
        return f"{day}*".rjust(width) if day in self.days else super().formatday(day, weekday, width)


planner = Planner(calendar.SUNDAY)
for month in calendar.FEBRUARY, calendar.MARCH:
    planner.prmonth(2024, month)


def nth_weekday(year, month, weekday, n):
    days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
    return date(year, month, days[n])


print([str(nth_weekday(2024, month, calendar.FRIDAY, -1)) for month in range(1, 13)])
print("thanksgiving", nth_weekday(2024, calendar.NOVEMBER, calendar.THURSDAY, 3))


def payday(year, month):
    day = date(year, month, calendar.monthrange(year, month)[1])
    while day.weekday() >= calendar.SATURDAY:
        day -= timedelta(days=1)
    return day


print([f"{payday(2024, month):%d %b}" for month in range(1, 13)])
print([year for year in range(2000, 2050) if calendar.weekday(year, 2, 29 if calendar.isleap(year) else 28) == calendar.SUNDAY])
fridays = [(year, month) for year in (2024, 2025, 2026) for month in range(1, 13) if calendar.weekday(year, month, 13) == calendar.FRIDAY]
print("friday the 13th:", fridays)
print({calendar.day_name[day]: sum(1 for week in calendar.monthcalendar(2024, 2) if week[day]) for day in calendar.Day})
calendar.main(["2024", "2"])
calendar.main(["-w", "3", "-f", "6", "2024", "12"])
calendar.main(["-m", "4", "--spacing", "2", "2024"])
try:
    calendar.main(["2024", "13"])
except calendar.IllegalMonthError as error:
    print(error)
