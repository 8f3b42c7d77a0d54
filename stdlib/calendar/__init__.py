"""Calendars of months and years, as lists, plain text and HTML.

Weekdays are numbered from Monday, 0, and months from 1. Years before 1 and after 9999, which dates don't have, are
laid out as the year 2000 + year % 400, for the calendar repeats every 400 years.
"""
import datetime
from enum import IntEnum, global_enum

__all__ = [
    "IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap", "leapdays", "weekday",
    "monthrange", "monthcalendar", "prmonth", "month", "prcal", "calendar", "timegm", "month_name", "month_abbr",
    "day_name", "day_abbr", "Calendar", "TextCalendar", "HTMLCalendar", "LocaleTextCalendar", "LocaleHTMLCalendar",
    "weekheader", "Day", "Month", "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER",
    "OCTOBER", "NOVEMBER", "DECEMBER", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY",
]

error = ValueError


class IllegalMonthError(ValueError, IndexError):
    """A month that is not 1 to 12."""

    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


class IllegalWeekdayError(ValueError):
    """A weekday that is not 0 to 6."""

    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f"bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)"


@global_enum
class Month(IntEnum):
    """The months from 1 to 12."""

    JANUARY = 1
    FEBRUARY = 2
    MARCH = 3
    APRIL = 4
    MAY = 5
    JUNE = 6
    JULY = 7
    AUGUST = 8
    SEPTEMBER = 9
    OCTOBER = 10
    NOVEMBER = 11
    DECEMBER = 12


@global_enum
class Day(IntEnum):
    """The days of the week from 0 to 6."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


class _Names:
    """Names that are read by number: of months from 1, of days from 0."""

    def __init__(self, names):
        self._names = names

    def __getitem__(self, item):
        return self._names[item]

    def __len__(self):
        return len(self._names)


def _named(kind, length, *before):
    return _Names([*before, *[member.name.title()[:length] for member in kind]])


month_name = _named(Month, None, "")
month_abbr = _named(Month, 3, "")
day_name = _named(Day, None)
day_abbr = _named(Day, 3)
mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
EPOCH = 1970
_FIRST_ORDINAL = datetime.date(EPOCH, 1, 1).toordinal()


def __getattr__(name):
    if name not in ("January", "February"):
        raise AttributeError(f"module 'calendar' has no attribute {name!r}")
    import warnings
    warnings.warn(f"The '{name}' attribute is deprecated, use '{name.upper()}' instead", DeprecationWarning,
                  stacklevel=2)
    return 1 if name == "January" else 2


def isleap(year):
    """Say whether a year is a leap year."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    """Count the leap years from y1 on and before y2."""
    past = [year // 4 - year // 100 + year // 400 for year in (y1 - 1, y2 - 1)]
    return past[1] - past[0]


def weekday(year, month, day):
    """Give the weekday of a date."""
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        year = 2000 + year % 400
    return Day(datetime.date(year, month, day).weekday())


def _check_month(month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)


def _length(year, month):
    return 29 if month == 2 and isleap(year) else mdays[month]


def monthrange(year, month):
    """Give the weekday of a month's first day and the number of its days."""
    _check_month(month)
    return weekday(year, month, 1), _length(year, month)


class Calendar:
    """Lays out months in weeks that begin with a weekday."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        """Give the weekday that weeks begin with."""
        return self._begin % 7

    def setfirstweekday(self, firstweekday):
        """Set the weekday that weeks begin with."""
        self._begin = firstweekday

    firstweekday = property(getfirstweekday, setfirstweekday)

    def iterweekdays(self):
        """Give the weekdays in the order of a week."""
        first = self.firstweekday
        yield from [(first + place) % 7 for place in range(7)]

    def _around(self, year, month):
        """Give how many days of whole weeks lie before, in and after a month."""
        first, length = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        return before, length, -(before + length) % 7

    def itermonthdates(self, year, month):
        """Give the dates of the whole weeks that a month touches."""
        for fields in self.itermonthdays3(year, month):
            yield datetime.date(*fields)

    def itermonthdays(self, year, month):
        """Give the days of a month's weeks; those of other months are 0."""
        before, length, after = self._around(year, month)
        yield from [0] * before
        yield from range(1, length + 1)
        yield from [0] * after

    def itermonthdays2(self, year, month):
        """Give (day, weekday) of a month's weeks; the days of other months are 0."""
        for place, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, place % 7

    def itermonthdays3(self, year, month):
        """Give (year, month, day) of the whole weeks that a month touches."""
        before, length, after = self._around(year, month)
        past_year, past_month = (year, month - 1) if month > 1 else (year - 1, 12)
        next_year, next_month = (year, month + 1) if month < 12 else (year + 1, 1)
        past = _length(past_year, past_month)
        for day in range(past - before + 1, past + 1):
            yield past_year, past_month, day
        for day in range(1, length + 1):
            yield year, month, day
        for day in range(1, after + 1):
            yield next_year, next_month, day

    def itermonthdays4(self, year, month):
        """Give (year, month, day, weekday) of the whole weeks that a month touches."""
        for place, fields in enumerate(self.itermonthdays3(year, month), self.firstweekday):
            yield *fields, place % 7

    def monthdatescalendar(self, year, month):
        """Give a month's weeks as lists of dates."""
        return _weeks(self.itermonthdates(year, month))

    def monthdays2calendar(self, year, month):
        """Give a month's weeks as lists of (day, weekday)."""
        return _weeks(self.itermonthdays2(year, month))

    def monthdayscalendar(self, year, month):
        """Give a month's weeks as lists of days."""
        return _weeks(self.itermonthdays(year, month))

    def yeardatescalendar(self, year, width=3):
        """Give a year as rows of months, each a list of weeks of dates."""
        return _rows(self.monthdatescalendar, year, width)

    def yeardays2calendar(self, year, width=3):
        """Give a year as rows of months, each a list of weeks of (day, weekday)."""
        return _rows(self.monthdays2calendar, year, width)

    def yeardayscalendar(self, year, width=3):
        """Give a year as rows of months, each a list of weeks of days."""
        return _rows(self.monthdayscalendar, year, width)


def _weeks(days):
    days = list(days)
    return [days[start:start + 7] for start in range(0, len(days), 7)]


def _rows(layout, year, width):
    months = [layout(year, month) for month in range(1, 13)]
    return [months[start:start + width] for start in range(0, 12, width)]


class TextCalendar(Calendar):
    """A calendar that writes plain text."""

    def prweek(self, theweek, width):
        """Print a week without an end of line."""
        print(self.formatweek(theweek, width), end="")

    def formatday(self, day, weekday, width):
        """Give the text of a day, which is blank for day 0."""
        return (f"{day:2d}" if day else "").center(width)

    def formatweek(self, theweek, width):
        """Give the line of a week."""
        return " ".join([self.formatday(day, weekday, width) for day, weekday in theweek])

    def formatweekday(self, day, width):
        """Give the name of a weekday, cut to the width."""
        return _day_text(day_name, day_abbr, day, width)

    def formatweekheader(self, width):
        """Give the line of a week's names."""
        return " ".join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        """Give the centred name of a month."""
        _check_month(themonth)
        name = month_name[themonth]
        return (f"{name} {theyear!r}" if withyear else name).center(width)

    def prmonth(self, theyear, themonth, w=0, l=0):
        """Print a month."""
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def formatmonth(self, theyear, themonth, w=0, l=0):
        """Give the lines of a month; w is the width of a day, l the lines of a week."""
        w = max(2, w)
        lines = [self.formatmonthname(theyear, themonth, 7 * w + 6), self.formatweekheader(w)]
        lines += [self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth)]
        return _joined(lines, max(1, l))

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        """Give the lines of a year; c is the space between the m months of a row."""
        w = max(2, w)
        l = max(1, l)
        c = max(2, c)
        column = 7 * w + 6
        lines = [repr(theyear).center(column * m + c * (m - 1))]
        header = self.formatweekheader(w)
        for row, months in enumerate(self.yeardays2calendar(theyear, m)):
            first = row * m + 1
            names = [self.formatmonthname(theyear, first + place, column, False) for place in range(len(months))]
            lines += ["", formatstring(names, column, c), formatstring([header] * len(months), column, c)]
            for line in range(max(map(len, months))):
                weeks = [self.formatweek(weeks[line], w) if line < len(weeks) else "" for weeks in months]
                lines.append(formatstring(weeks, column, c))
        return _joined(lines, l)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        """Print a year."""
        print(self.formatyear(theyear, w, l, c, m), end="")


def _day_text(names, short, day, width):
    return (names if width >= 9 else short)[day][:width].center(width)


def _joined(lines, height):
    end = "\n" * height
    return "".join([line.rstrip() + end for line in lines])


class HTMLCalendar(Calendar):
    """A calendar that writes HTML tables."""

    cssclasses = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    cssclasses_weekday_head = cssclasses
    cssclass_noday = "noday"
    cssclass_month_head = "month"
    cssclass_month = "month"
    cssclass_year_head = "year"
    cssclass_year = "year"

    def formatday(self, day, weekday):
        """Give the cell of a day."""
        if day == 0:
            return f'<td class="{self.cssclass_noday}">&nbsp;</td>'
        return f'<td class="{self.cssclasses[weekday]}">{day}</td>'

    def formatweek(self, theweek):
        """Give the row of a week."""
        return f"<tr>{''.join([self.formatday(day, weekday) for day, weekday in theweek])}</tr>"

    def formatweekday(self, day):
        """Give the head of a weekday's column."""
        return f'<th class="{self.cssclasses_weekday_head[day]}">{day_abbr[day]}</th>'

    def formatweekheader(self):
        """Give the row of the columns' heads."""
        return f"<tr>{''.join([self.formatweekday(day) for day in self.iterweekdays()])}</tr>"

    def formatmonthname(self, theyear, themonth, withyear=True):
        """Give the row of a month's name."""
        _check_month(themonth)
        name = f"{month_name[themonth]} {theyear}" if withyear else month_name[themonth]
        return f'<tr><th colspan="7" class="{self.cssclass_month_head}">{name}</th></tr>'

    def formatmonth(self, theyear, themonth, withyear=True):
        """Give the table of a month."""
        rows = [_table(self.cssclass_month), self.formatmonthname(theyear, themonth, withyear), self.formatweekheader()]
        rows += [self.formatweek(week) for week in self.monthdays2calendar(theyear, themonth)]
        return "\n".join(rows) + "\n</table>\n"

    def formatyear(self, theyear, width=3):
        """Give the table of a year whose rows have width months."""
        width = max(width, 1)
        text = [_table(self.cssclass_year), f'\n<tr><th colspan="{width}" class="{self.cssclass_year_head}">',
                f"{theyear}</th></tr>"]
        for first in range(1, 13, width):
            months = range(first, min(first + width, 13))
            cells = [f"<td>{self.formatmonth(theyear, month, withyear=False)}</td>" for month in months]
            text.append(f"<tr>{''.join(cells)}</tr>")
        return "".join(text) + "</table>"

    def formatyearpage(self, theyear, width=3, css="calendar.css", encoding=None):
        """Give a whole page of a year, encoded; what the encoding lacks becomes character references."""
        if encoding is None:
            encoding = "utf-8"
        link = "" if css is None else f'<link rel="stylesheet" type="text/css" href="{css}" />\n'
        page = (f'<?xml version="1.0" encoding="{encoding}"?>\n'
                '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
                '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n'
                "<html>\n<head>\n"
                f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}" />\n{link}'
                f"<title>Calendar for {theyear}</title>\n</head>\n<body>\n"
                f"{self.formatyear(theyear, width)}</body>\n</html>\n")
        return page.encode(encoding, "xmlcharrefreplace")


def _table(css):
    return f'<table border="0" cellpadding="0" cellspacing="0" class="{css}">'


class different_locale:
    """A context in which names of days and months are those of a locale."""

    def __init__(self, locale):
        self.locale = locale

    def __enter__(self):
        import locale
        self._before = locale.setlocale(locale.LC_TIME, None)
        locale.setlocale(locale.LC_TIME, self.locale)

    def __exit__(self, *args):
        import locale
        locale.setlocale(locale.LC_TIME, self._before)


def _user_locale():
    import locale
    now = locale.setlocale(locale.LC_TIME, None)
    if now != "C":
        return now
    with different_locale(""):
        return locale.setlocale(locale.LC_TIME, None)


class LocaleTextCalendar(TextCalendar):
    """A calendar of plain text with the names of a locale."""

    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = _user_locale() if locale is None else locale

    def formatweekday(self, day, width):
        """Give the name of a weekday, cut to the width."""
        with different_locale(self.locale):
            return super().formatweekday(day, width)

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        """Give the centred name of a month."""
        with different_locale(self.locale):
            return super().formatmonthname(theyear, themonth, width, withyear)


class LocaleHTMLCalendar(HTMLCalendar):
    """A calendar of HTML tables with the names of a locale."""

    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = _user_locale() if locale is None else locale

    def formatweekday(self, day):
        """Give the head of a weekday's column."""
        with different_locale(self.locale):
            return super().formatweekday(day)

    def formatmonthname(self, theyear, themonth, withyear=True):
        """Give the row of a month's name."""
        with different_locale(self.locale):
            return super().formatmonthname(theyear, themonth, withyear)


# The functions of the module are the methods of one calendar.
c = TextCalendar()
firstweekday = c.getfirstweekday
monthcalendar = c.monthdayscalendar
prweek = c.prweek
week = c.formatweek
weekheader = c.formatweekheader
prmonth = c.prmonth
month = c.formatmonth
calendar = c.formatyear
prcal = c.pryear


def setfirstweekday(firstweekday):
    """Set the weekday that the weeks of the module's functions begin with."""
    if not Day.MONDAY <= firstweekday <= Day.SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    c.firstweekday = firstweekday


def format(cols, colwidth=20, spacing=6):
    """Print columns side by side."""
    print(formatstring(cols, colwidth, spacing))


def formatstring(cols, colwidth=20, spacing=6):
    """Give columns side by side, each centred."""
    return (" " * spacing).join([column.center(colwidth) for column in cols])


def timegm(tuple):
    """Give the seconds since the epoch of a UTC time tuple, such as time.gmtime() gives."""
    year, month, day, hour, minute, second = tuple[:6]
    days = datetime.date(year, month, 1).toordinal() - _FIRST_ORDINAL + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


def main(args=None):
    """Print the calendar of a month or year as the arguments of a command say."""
    from calendar._command import run
    run(args)
