"""How fields become text: ISO forms and names of the C locale."""
from datetime._days import DAY_US, SECOND_US

TWO = tuple([f"{number:02}" for number in range(100)])
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")


def four(number):
    """Give a number below 10000 as four digits."""
    return TWO[number // 100] + TWO[number % 100]


def clock_text(hour, minute, second, microsecond, timespec):
    """Give the ISO text of a time of day down to what timespec names."""
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "seconds":
        return f"{TWO[hour]}:{TWO[minute]}:{TWO[second]}"
    if timespec == "microseconds":
        return f"{TWO[hour]}:{TWO[minute]}:{TWO[second]}.{microsecond:06}"
    if timespec == "milliseconds":
        return f"{TWO[hour]}:{TWO[minute]}:{TWO[second]}.{microsecond // 1000:03}"
    if timespec == "minutes":
        return f"{TWO[hour]}:{TWO[minute]}"
    if timespec == "hours":
        return TWO[hour]
    raise ValueError("Unknown timespec value")


def offset_text(offset, colon=":"):
    """Give a difference to UTC, a timedelta, as +HH:MM and what more it needs."""
    us = offset._us
    if not us:
        return f"+00{colon}00"
    sign = "+"
    if us < 0:
        sign = "-"
        us = -us
    minutes, rest = divmod(us, 60 * SECOND_US)
    text = f"{sign}{TWO[minutes // 60]}{colon}{TWO[minutes % 60]}"
    if rest:
        seconds, rest = divmod(rest, SECOND_US)
        text = f"{text}{colon}{TWO[seconds]}"
        if rest:
            text = f"{text}.{rest:06}"
    return text


def delta_text(us):
    """Give the text of a duration in microseconds."""
    days, rest = divmod(us, DAY_US)
    seconds, rest = divmod(rest, SECOND_US)
    text = f"{seconds // 3600}:{TWO[seconds // 60 % 60]}:{TWO[seconds % 60]}"
    if rest:
        text = f"{text}.{rest:06}"
    if not days:
        return text
    return f"{days} day{'' if days in (1, -1) else 's'}, {text}"


def c_text(parts, count):
    """Give the text of C's ctime() for (year, month, day, hour, minute, second, …) of a counted day."""
    year, month, day, hour, minute, second = parts[:6]
    return (f"{DAYS[count % 7][:3]} {MONTHS[month][:3]} {day:2} "
            f"{TWO[hour]}:{TWO[minute]}:{TWO[second]} {four(year)}")
