"""Dates, times of day, durations and time zones.

One idea a file: `_days` is the calendar as arithmetic, `_delta`, `_zone`, `_date`, `_clock` and `_moment` hold a class
each, and what few programs use (ISO and other formats, local time) is loaded when it is asked for.
"""
from datetime._delta import timedelta
from datetime._zone import timezone, tzinfo, utc as UTC
from datetime._date import date
from datetime._clock import time
from datetime._moment import datetime

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR = 1
MAXYEAR = 9999
