# Methods of C types that take nothing say so; the library's methods can't be told apart from a script's.
from datetime import date, datetime, timedelta


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


fails(lambda: date(1, 1, 1).weekday(1))
fails(lambda: date.today(1))
fails(lambda: datetime.fromisoformat())
fails(lambda: date.fromordinal(1, 2))
fails(lambda: datetime.strptime("2020"))
fails(lambda: timedelta(1).total_seconds(1))
fails(lambda: date(1, 1, 1).replace(1, year=1))
