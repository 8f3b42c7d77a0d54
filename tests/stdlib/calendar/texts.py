# TextCalendar: days, weeks, months and years as plain text, with widths and heights, and overridden parts.
from calendar import IllegalMonthError, TextCalendar


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


plain = TextCalendar()
print([plain.formatday(day, 3, width) for day, width in ((5, 4), (0, 4), (31, 2), (7, 1))])
print([plain.formatweekday(2, width) for width in (1, 2, 3, 8, 9, 12)])
print([plain.formatweekheader(width) for width in (1, 2, 3, 9)])
print([plain.formatweek([(1, 0), (0, 1), (30, 2)], width) for width in (2, 4)])
print([plain.formatmonthname(2024, 2, width) for width in (5, 20, 21)], [plain.formatmonthname(2024, 12, 20, False)])
print(plain.formatmonth(2024, 2))
print(plain.formatmonth(2024, 9, w=4, l=2))
print(plain.formatmonth(1, 1), plain.formatmonth(9999, 12), plain.formatmonth(0, 1), plain.formatmonth(2024, 6, 0, 0), sep="")
print(plain.formatyear(2024))
print(TextCalendar(6).formatyear(2023, m=4, c=1))
print(plain.formatyear(2021, w=3, l=2, c=3, m=5))
print(plain.formatyear(2021, m=1)[:200])
plain.prmonth(2025, 1, w=3)
plain.pryear(2025, m=6)
plain.prweek([(1, 0)], 3)
print()
fails(lambda: plain.formatmonth(2020, 13))
fails(lambda: plain.formatmonthname(2020, 0, 20))
fails(lambda: plain.formatmonth(2020, "x"))


class Marked(TextCalendar):
    def __init__(self, days):
        super().__init__(firstweekday=6)
        self.days = days

    def formatday(self, day, weekday, width):
        return (f"[{day}]" if day in self.days else super().formatday(day, weekday, width)).center(width)

    def formatweekheader(self, width):
        return "-" * (7 * width + 6)

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        return super().formatmonthname(theyear, themonth, width, withyear).upper()


print(Marked({1, 15}).formatmonth(2024, 5, w=4))
print(Marked({31}).formatyear(2024, w=4)[:900])
