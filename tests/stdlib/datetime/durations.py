# timedelta: construction, rounding, arithmetic, comparison, texts and messages.
import sys
from datetime import timedelta


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


print(timedelta(), timedelta(1), timedelta(-1), timedelta(weeks=1, days=2, hours=3, minutes=4, seconds=5))
print(repr(timedelta()), repr(timedelta(-1, 5, 6)), repr(timedelta(0, 5)), repr(timedelta(0, 0, 6)))
for delta in timedelta(2, 3600), timedelta(-1, 5, 6), timedelta(seconds=-1), timedelta(milliseconds=1500), timedelta(1):
    print(delta, repr(delta), delta.days, delta.seconds, delta.microseconds, delta.total_seconds())
print(timedelta.min, timedelta.max, timedelta.resolution, timedelta.max.total_seconds())
print(timedelta(1, 86400 * 3 + 7, 10**9) == timedelta(4, 1007), bool(timedelta(0)), bool(timedelta(0, 0, 1)))

# Fractions are added up and rounded once, halves to the even microsecond.
for us in 0.5, 1.5, -0.5, 2.5, -1.5, 0.49999999999999994, 3.4999:
    print(us, timedelta(microseconds=us).microseconds, end="; ")
print()
print(timedelta(hours=1 / 3), timedelta(days=0.1, hours=0.7, weeks=0.3333), timedelta(seconds=0.1, milliseconds=0.0005))
print(timedelta(microseconds=3, milliseconds=0.0005), timedelta(microseconds=3, milliseconds=-0.0005))
print(timedelta(days=1e-9), timedelta(seconds=1e-7), timedelta(days=0.5, seconds=0.5), timedelta(True))

day, hour = timedelta(1), timedelta(hours=1)
print(day + hour, day - hour, hour - day, -hour, +hour, abs(-hour), day * 3, 3 * day, day * -1, day * 0.3, 2.5 * hour)
print(day / 3, day / 2.5, day // 7, day / hour, day // hour, hour / day, (day + hour) % hour, day % timedelta(hours=-5))
print(divmod(day, timedelta(hours=5)), divmod(day, timedelta(hours=-5)), -day // 7, -day // hour)
one = timedelta(microseconds=1)
print([str(value) for value in (one / 2, one * 3 / 2, -one / 2, one * 0.5, one * 3 * 0.5, one * 3 / -2, one * 5 / 2.0)])
print(day > hour, day >= day, hour < day, day <= hour, day == timedelta(hours=24), day != hour, day == 86400, day != 1)
print(hash(day) == hash(timedelta(hours=24)), {day: 1}[timedelta(seconds=86400)], sorted([day, -day, hour])[0])
print(sum([hour] * 5, timedelta()), max(hour, day), day.__reduce__(), timedelta(-1, 5, 6).__reduce__())
print(day.__add__(1), day.__lt__(1), day.__eq__(1), day.__mul__("a"), day.__floordiv__(1.0), day.__divmod__(1))

fails(lambda: timedelta("1"))
fails(lambda: timedelta(hours="1"))
fails(lambda: timedelta(1, None))
fails(lambda: timedelta(milliseconds=[]))
fails(lambda: timedelta(1, 2, 3, 4, 5, 6, 7, 8))
fails(lambda: timedelta(foo=1))
fails(lambda: timedelta(days=1, minute=2))
fails(lambda: timedelta(float("nan")))
fails(lambda: timedelta(float("inf")))
fails(lambda: timedelta(10**9))
fails(lambda: timedelta(-(10**9)))
fails(lambda: timedelta(10**30))
fails(lambda: timedelta(1e300))
fails(lambda: timedelta(999999999, 86400))
fails(lambda: -timedelta.max)
fails(lambda: timedelta.max + one)
fails(lambda: timedelta.min - one)
fails(lambda: timedelta.max * 2)
fails(lambda: timedelta(999999999) / 0.001)
fails(lambda: day * float("nan"))
fails(lambda: day * float("inf"))
fails(lambda: day / 0)
fails(lambda: day // 0)
fails(lambda: day / 0.0)
fails(lambda: day / timedelta())
fails(lambda: day // timedelta())
fails(lambda: day % timedelta())
fails(lambda: divmod(day, timedelta()))
fails(lambda: setattr(day, "days", 3))
fails(lambda: delattr(day, "seconds"))


class Span(timedelta):
    def minutes(self):
        return self.total_seconds() / 60


span = Span(hours=2)
print(repr(span), span, span.minutes(), type(span + span).__name__, type(-span).__name__, type(span * 2).__name__)
print(span == timedelta(hours=2), hash(span) == hash(timedelta(hours=2)), span.__reduce__()[1], isinstance(span, timedelta))
span.note = "kept"
print(span.note, timedelta.__module__, timedelta.__qualname__, timedelta, sys.getsizeof(day) > 0)
