# HTMLCalendar: cells, rows, tables and whole pages, classes for style sheets, and encodings.
from calendar import HTMLCalendar


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


plain = HTMLCalendar()
print(plain.formatday(0, 1), plain.formatday(3, 1), plain.formatweek([(0, 1), (3, 2)]), plain.formatweekday(1))
print(plain.formatweekheader())
print(plain.formatmonthname(2024, 2), plain.formatmonthname(2024, 2, withyear=False))
print(plain.formatmonth(2024, 2))
print(HTMLCalendar(6).formatmonth(2024, 9, False))
year = plain.formatyear(2024, 4)
print(year[:400])
print(len(year), year.count("<table"), year.count("<tr>"), year.endswith("</td></tr></table>"))
print([plain.formatyear(2024, width).count("<tr><td><table") for width in (0, 1, 3, 5, 12)])
for page in plain.formatyearpage(2024), plain.formatyearpage(2024, css=None, encoding="ascii"), plain.formatyearpage(9999, 6, "a<é.css", "ascii"):
    print(type(page), page[:430], page[-30:], sep="\n")
fails(lambda: plain.formatmonth(2024, 13))
fails(lambda: plain.formatmonthname(2024, 0))
fails(lambda: plain.formatyearpage(2024, encoding="none such"))
for name in "cssclasses", "cssclasses_weekday_head", "cssclass_noday", "cssclass_month_head", "cssclass_month", "cssclass_year_head", "cssclass_year":
    print(name, getattr(HTMLCalendar, name))


class Styled(HTMLCalendar):
    cssclasses = [style + " day" for style in HTMLCalendar.cssclasses]
    cssclasses_weekday_head = list("abcdefg")
    cssclass_noday = "blank"
    cssclass_month_head = "head"
    cssclass_month = "month table"
    cssclass_year_head = "year head"
    cssclass_year = "year table"

    def formatday(self, day, weekday):
        return super().formatday(day, weekday).replace("day\">", "day\" data-day=\"") if day == 1 else super().formatday(day, weekday)


print(Styled().formatmonth(2024, 2))
print(Styled(3).formatyear(2024, 2)[:300])
