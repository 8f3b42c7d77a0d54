"""The proleptic Gregorian calendar as arithmetic.

A day is counted from 0001-01-01, which is day 0 and a Monday; an ordinal is that count plus one. Nothing here checks
ranges: years outside 1 to 9999 come out as the calendar would have them.
"""
LAST_DAY = 3652058
DAY = 86400
DAY_US = 86400000000
SECOND_US = 1000000
EPOCH_SECONDS = 62135596800
EPOCH_US = 62135596800000000
END_US = 315537897600000000

_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def is_leap(year):
    """Say whether the year has a 29th of February."""
    return not year % 4 and (year % 100 != 0 or not year % 400)


def month_length(year, month):
    """Give the number of days of a month."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def day_of_year(year, month, day):
    """Give the day's place in its year, from 1."""
    return _BEFORE[month] + day + (month > 2 and is_leap(year))


def count_days(year, month, day):
    """Give the count of a day."""
    past = year - 1
    count = past * 365 + past // 4 - past // 100 + past // 400 + _BEFORE[month] + day - 1
    return count + 1 if month > 2 and not year % 4 and (year % 100 or not year % 400) else count


def civil(count):
    """Give (year, month, day) of a counted day."""
    # Years that begin in March put the leap day last, so that months follow from a line of slope 153 / 5.
    era, rest = divmod(count + 306, 146097)
    year = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    rest -= year * 365 + year // 4 - year // 100
    month = (rest * 5 + 2) // 153
    day = rest - (month * 153 + 2) // 5 + 1
    year += era * 400
    return (year, month + 3, day) if month < 10 else (year + 1, month - 9, day)


def first_iso_day(year):
    """Count the Monday that begins an ISO year: the one of the week with the 4th of January."""
    fourth = count_days(year, 1, 4)
    return fourth - fourth % 7


def iso_triple(count, year):
    """Give (ISO year, week, weekday) of a counted day of the year."""
    start = first_iso_day(year)
    if count < start:
        year -= 1
        start = first_iso_day(year)
    elif count >= start + 364 and count >= (following := first_iso_day(year + 1)):
        year += 1
        start = following
    return year, (count - start) // 7 + 1, count % 7 + 1


def count_iso(year, week, weekday):
    """Count the day of an ISO year, week and weekday; raises ValueError for what does not exist."""
    if not 1 <= year <= 9999:
        raise ValueError(f"year must be in 1..9999, not {year}")
    start = first_iso_day(year)
    if not 1 <= week <= 52 and not (week == 53 and first_iso_day(year + 1) - start == 371):
        raise ValueError(f"Invalid week: {week}")
    if not 1 <= weekday <= 7:
        raise ValueError(f"Invalid weekday: {weekday} (range is [1, 7])")
    return start + week * 7 + weekday - 8
