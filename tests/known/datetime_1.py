# Classes of the library that are types of C modules in CPython stand in messages with their module's name.
# A class written in the language should be able to say so (a mark in the class body that the machine's type name reads).
from datetime import date, datetime, time, timedelta, timezone


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


fails(lambda: date(1, 1, 1) + 1)
fails(lambda: 1 - date(1, 1, 1))
fails(lambda: date(1, 1, 1) + date(1, 1, 1))
fails(lambda: date(1, 1, 1) < datetime(1, 1, 1))
fails(lambda: datetime(1, 1, 1) - date(1, 1, 1))
fails(lambda: datetime(1, 1, 1) < None)
fails(lambda: timedelta(1) + 1)
fails(lambda: timedelta(1) // 1.0)
fails(lambda: divmod(timedelta(1), 3))
fails(lambda: timedelta(1) * "a")
fails(lambda: time(1) < 1)
fails(lambda: timezone.utc < timezone.utc)
fails(lambda: date(1, 1, 1).foo)
fails(lambda: setattr(date(1, 1, 1), "foo", 3))
fails(lambda: setattr(date, "foo", 3))
fails(lambda: datetime(1, 1, 1)[0])
fails(lambda: datetime(1, 1, 1)())
fails(lambda: len(timedelta(1)))
fails(lambda: int(timedelta(1)))
