# strftime: every directive of the C locale, flags and widths, zones, years below 1000, and __format__.
import string
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

moment = datetime(2020, 1, 2, 3, 4, 5, 6789, tzinfo=timezone(timedelta(hours=-5, minutes=-30, seconds=-7), "ABc"))
evening = datetime(999, 12, 31, 23, 59, 60 - 1)
letters = string.ascii_letters.replace("s", "")
for value in moment, evening, date(5, 11, 12), time(12, 34, 56, 7):
    print(repr(value))
    print([letter + ":" + value.strftime("%" + letter) for letter in letters])
for flags in "-", "_", "0", "^", "#", "10", "_5", "-5", "010", "^#", "E", "O":
    print(flags, [letter + ":" + moment.strftime("%" + flags + letter) for letter in letters])
for pattern in "%", "%%", "%%%", "%%f", "a%", "%:", "%:z", "%:y", "%%z", "é%Y", "%é", "%Y\0%m", "\0", "%!", "", "plain", "%-d.%-m.%y":
    print(ascii(pattern), ascii(moment.strftime(pattern)), ascii(date(5, 1, 2).strftime(pattern)), ascii(time(5).strftime(pattern)))
for year in 1, 99, 1000, 1900, 9999:
    print(date(year, 3, 4).strftime("%Y|%C|%F|%G|%y|%g|%D|%c|%x|%U|%W|%V|%u|%w|%j"))
for text in "2021-01-01", "2021-01-03", "2021-01-04", "2024-12-29", "2024-12-30", "2023-01-01", "2028-12-31":
    print(text, date.fromisoformat(text).strftime("%U %W %V %G %j %a %A"))
for hour in 0, 1, 11, 12, 13, 23:
    print(datetime(2020, 1, 1, hour).strftime("%I %p %l %k %P %r %-I%p"), end="; ")
print()
print(f"{moment:%d.%m.%y}", f"{moment}", format(moment, "%H:%M"), "{:%B %Y}".format(date(2024, 5, 1)), f"{time(1, 2):%H%M}")
for offset in timedelta(0), timedelta(hours=1), timedelta(hours=-1, microseconds=5), timedelta(seconds=30):
    print(datetime(2020, 1, 1, tzinfo=timezone(offset)).strftime("%z %:z %Z"), time(1, tzinfo=timezone(offset)).strftime("%z %Z"))
print(repr(datetime(2020, 1, 1).strftime("%z|%:z|%Z")), repr(date(2020, 1, 1).strftime("%z|%f")))


class Named(tzinfo):
    def utcoffset(self, dt):
        return None

    dst = utcoffset

    def tzname(self, dt):
        return "%Y%%"


print(datetime(2020, 1, 1, tzinfo=Named()).strftime("<%Z|%z>"), time(1, tzinfo=Named()).strftime("<%Z|%z>"))
print(moment.strftime(format="%Y"), datetime(2020, 1, 1, tzinfo=UTC).strftime("%A, %d. %B %Y %I:%M%p %Z"))
for value in moment, date(2020, 1, 1), time(1):
    for wrong in 1, None, b"%Y":
        try:
            print(value.strftime(wrong))
        except TypeError as error:
            print(error)
