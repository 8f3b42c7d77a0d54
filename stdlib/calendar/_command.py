"""The command line of the module: text or HTML of a year or month; on a terminal with colours, today is marked."""
import argparse
import datetime
import sys

import calendar


class _Today(int):
    """The day of the month that is today."""


class _MarkedCalendar(calendar.TextCalendar):
    """A text calendar that sets today off by colours."""

    def monthdays2calendar(self, year, month):
        weeks = super().monthdays2calendar(year, month)
        today = datetime.date.today()
        if (year, month) == (today.year, today.month):
            weeks = [[(_Today(day) if day == today.day else day, weekday) for day, weekday in week] for week in weeks]
        return weeks

    def formatday(self, day, weekday, width):
        text = super().formatday(day, weekday, width)
        return f"\x1b[30m\x1b[43m{text}\x1b[0m" if isinstance(day, _Today) else text


def _colours():
    """Say whether the output takes colours, by the environment first and then by what it is."""
    import os
    environment = os.environ
    wish = environment.get("PYTHON_COLORS")
    if wish in ("0", "1"):
        return wish == "1"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return environment.get("TERM") != "dumb" and sys.stdout.isatty()


def _parser():
    parser = argparse.ArgumentParser()
    text = parser.add_argument_group("text only arguments")
    page = parser.add_argument_group("html only arguments")
    text.add_argument("-w", "--width", type=int, default=2, help="width of date column (default 2)")
    text.add_argument("-l", "--lines", type=int, default=1, help="number of lines for each week (default 1)")
    text.add_argument("-s", "--spacing", type=int, default=6, help="spacing between months (default 6)")
    text.add_argument("-m", "--months", type=int, default=3, help="months per row (default 3)")
    page.add_argument("-c", "--css", default="calendar.css", help="CSS to use for page")
    parser.add_argument("-L", "--locale", default=None, help="locale to use for month and weekday names")
    parser.add_argument("-e", "--encoding", default=None, help="encoding to use for output")
    parser.add_argument("-t", "--type", default="text", choices=("text", "html"), help="output type (text or html)")
    parser.add_argument("-f", "--first-weekday", type=int, default=0,
                        help="weekday (0 is Monday, 6 is Sunday) to start each week (default 0)")
    parser.add_argument("year", nargs="?", type=int, help="year number")
    parser.add_argument("month", nargs="?", type=int, help="month number (1-12, text only)")
    return parser


def run(args):
    """Print what the arguments ask for; those of the process if there are none."""
    parser = _parser()
    options = parser.parse_args(args)
    if options.locale and not options.encoding:
        parser.error("if --locale is specified --encoding is required")
    place = (options.locale, options.encoding)
    if options.type == "html":
        if options.month:
            parser.error("incorrect number of arguments")
            return
        _write_page(options, place)
    else:
        _write_text(options, place)


def _write_page(options, place):
    shown = calendar.LocaleHTMLCalendar(locale=place) if options.locale else calendar.HTMLCalendar()
    shown.setfirstweekday(options.first_weekday)
    year = datetime.date.today().year if options.year is None else options.year
    sys.stdout.buffer.write(shown.formatyearpage(year, css=options.css, encoding=options.encoding or "utf-8"))


def _write_text(options, place):
    if options.locale:
        shown = calendar.LocaleTextCalendar(locale=place)
    else:
        shown = _MarkedCalendar() if _colours() else calendar.TextCalendar()
    shown.setfirstweekday(options.first_weekday)
    year = datetime.date.today().year if options.year is None else options.year
    if options.month is None:
        text = shown.formatyear(year, options.width, options.lines, options.spacing, options.months)
    else:
        text = shown.formatmonth(year, options.month, options.width, options.lines)
    if options.encoding:
        sys.stdout.buffer.write(text.encode(options.encoding))
    else:
        sys.stdout.write(text)
