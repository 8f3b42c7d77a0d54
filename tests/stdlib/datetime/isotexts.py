# ISO 8601: isoformat with its parameters, and fromisoformat in all forms with what it refuses.
from datetime import UTC, date, datetime, time, timedelta, timezone


def fails(action):
    try:
        print("no error:", action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


moment = datetime(2020, 1, 2, 3, 4, 5, 6789, tzinfo=UTC)
for timespec in "auto", "hours", "minutes", "seconds", "milliseconds", "microseconds":
    print(moment.isoformat(timespec=timespec), moment.isoformat(" ", timespec), moment.replace(microsecond=0).isoformat("é", timespec))
print(str(moment), moment.replace(tzinfo=None).isoformat(), datetime(1, 2, 3).isoformat())
for offset in timedelta(hours=-5, minutes=-30), timedelta(seconds=7), timedelta(microseconds=-8), timedelta(hours=23, minutes=59):
    print(moment.replace(tzinfo=timezone(offset)).isoformat(), time(1, tzinfo=timezone(offset)), end=" ")
print()
fails(lambda: moment.isoformat("ab"))
fails(lambda: moment.isoformat(""))
fails(lambda: moment.isoformat(1))
fails(lambda: moment.isoformat("T", "x"))
fails(lambda: moment.isoformat("T", None))
fails(lambda: moment.isoformat(spec=1))


def read(kind, *texts):
    for text in texts:
        try:
            found = kind.fromisoformat(text)
            print(ascii(text), repr(found), kind.fromisoformat(found.isoformat()) == found)
        except (ValueError, TypeError) as error:
            print(ascii(text), f"{type(error).__name__}:", ascii(str(error)))


read(date, *"""2020-01-02 20200102 2020-W01-1 2020-W01 2020W01 2020W011 2020-W011 2020W01-1 2020-W54 2020-W53-7 2021-W53
    2020-W00-1 2020-W01-8 2020-W01-0 2020-1-2 2020-0102 202001-02 2020-13-01 2020-02-30 0000-01-01 2020 2020-01
    2020/01/02 2020-01-0a 12020-01-01 2020-001 2020001 +2020-01-01 2020-01-02T00 0000-W01 2020-w01-1 9999-W52-7""".split(),
     "", " 2020-01-01", "2020-01-02 ", "２０２０-01-01", b"2020-01-01", None)
read(time, *"""04 0430 04:30 04:30:15 043015 04:30:15.1 04:30:15.12 04:30:15.123456 04:30:15.1234567 04:30:15,123 043015.123
    04:30:15.123456Z 04:30Z 04:30z 04:30+01 04:30+0130 04:30+01:30 04:30+01:30:15 04:30+013015.123456 04:30-00:00
    04:30-23:59:59.999999 T04:30 t04:30 T04 24:00 24:00:00.000 24 24:01 24:00:00.0001 25:00 04:60 04:30:60 4:30 04:3
    0430:15 04:3015 04:30:15. 04:30:15.a 04:30:15.1a 04:30: : 04:30+ 04:30+1 04:30+01:0 04:30Z+01:00 04:30+01:00Z
    04:30:15.1234567a 04:30:15:16 04.5 04:30.5 04:30+01.5 04Z 04-01 T 04:30+24:00 04:30+25:00 04:30+01:60 04:30−01:00
    040 04301 0430151 04:30+00:00:00.000001 04:30-01:30:15.5""".split(), "", "04:30 +01:00", " 04:30", "04:30 ", 5)
read(datetime, *"""2020-01-02 20200102 2020-01-02T03 2020-01-02T03:04 2020-01-02T03:04:05 2020-01-02T03:04:05.6
    2020-01-02T03:04:05.678901+01:00 2020-01-02T03:04:05-05:30 2020-01-02T03:04:05Z 2020-01-02T03:04:05+00:00
    2020-01-02T03:04:05.123456789Z 20200102T030405 20200102T030405Z 2020-W01-1T03:04 2020W011T0304 2020W01T0304
    2020-W01T03:04 2020-01-02x03:04 2020-01-02é03:04 2020-01-02T 2020-01-02T24:00 2020-12-31T24:00:00 2020-01-02T24:01
    9999-12-31T24:00 2020-01-02T25:00 2020-01-02T03:04:61 2020-13-02T03:04 2020-02-30T03:04:05 2020010 20200102030405
    2020-01-0203:04 202001021 2020-01-02TT03:04 2020-W01-103 20200102-03:04 2020W01103 2020-W0103 2020-W60 2020-W60T00
    0000-01-01T00:00 a 2020-01-02T03:04:05.a 2020-W01-1-03:04 2020W01-03:04 2020-W01-0304 2020-01-02T03:04:05+24:00
    2020-01-02T03:04:05.12345 2020-01-02T03:04:05,123456 2020-01-02T03:04:0५""".split(), "", "2020-01-02 03:04:05", 5)
