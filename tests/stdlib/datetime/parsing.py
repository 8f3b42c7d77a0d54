# strptime of datetime, date and time: directives, white space, weeks, zones, and what does not match.
import warnings
from datetime import date, datetime, time

warnings.simplefilter("ignore")


def read(text, format, kind=datetime):
    try:
        print(ascii(text), ascii(format), repr(kind.strptime(text, format)))
    except (ValueError, TypeError) as error:
        print(ascii(text), ascii(format), f"{type(error).__name__}:", ascii(str(error)))


for case in """
2020-01-02|%Y-%m-%d;2020-01-02T03:04:05.5|%Y-%m-%dT%H:%M:%S.%f;31/Dec/99 11:59 PM|%d/%b/%y %I:%M %p;Jan 5|%b %d
jAN 5|%B %d;january 5|%B %d;may|%B;Mon|%a;monday|%A;12 PM|%I %p;12 am|%I %p;12|%I;3 pm|%I %p;15 PM|%H %p;%|%%
Thu Jan  2 03:04:05 2020|%c;01/02/20|%x;03:04:05|%X;03:04:05 PM|%r;03:04|%R;03:04:05|%T;68|%y;69|%y;0005|%Y;2020366|%Y%j
2021 366|%Y %j;366|%j;2020 53 1|%Y %U %w;2020 0 1|%Y %W %w;2020 10|%Y %U;2020 10 Mon|%Y %W %a;2020 10 7|%G %V %u
2020 1 1|%Y %U %u;2020 1 0|%Y %W %w;2023 0 0|%Y %U %w;2023 1 0|%Y %U %w;2018 1 1|%Y %W %w;2020 52 0|%G %V %w
1 +0100|%d %z;1 +01:00|%d %z;1 Z|%d %z;1 -01:30:15.5|%d %z;1 +013015|%d %z;1 UTC|%d %Z;1 gmt|%d %Z;1 UTC+01:00|%d %Z%z
1.5|%S.%f;1.123456|%S.%f;111|%m%d;1111|%m%d;2020111|%Y%m%d;20205|%Y%m;123|%H%M;a.b|a.b;(1)|(%d);1+|%d+;mayx|%bx
5|%-d;5|%e;5|%k;5|%l; 5|%d; 5|%H;1 1|%d  %m;1  1|%d %m;AM|%P;|;|%Od;2020-06-15 +0000 UTC|%Y-%m-%d %z %Z;12|%10d
2020|%Y-%m;2020-01|%Y;2020 x|%Y;x|%q;x|%;1|%d%;13|%I;24|%H;60|%M;61|%S;60|%S;62|%S;0|%j;367|%j;0|%d;32|%d;13|%m;8|%u;7|%w
2020 54 7|%G %V %u;2021 53 7|%G %V %u;2020 10|%G %V;2020|%G;10|%V;2020 10 1|%Y %V %u;2020 120|%G %j;5|%y;5|%Y;12|%C
1 +01|%d %z;1 z|%d %z;1 +01:3015|%d %z;1 +24:00|%d %z;1 +01:60|%d %z;1 EST|%d %Z;1.1234567|%S.%f;202001|%Y %m;axb|a.b
29 Feb|%d %b;2021-02-29|%Y-%m-%d;30/2|%d/%m;x|%E;5|%Od;  5|%d;5 |%d;|%d;x|;1|%d %n;1|%:z;Sept|%b;Sep|%B;0000|%Y
x|%^d;x|%Ey;x|%-;x|% d;x|%5-d;x|%-q;x|%.;x|%F;x|%D;1 Z+01:00|%d %z
""".strip().split("\n"):
    for pair in case.split(";"):
        read(*pair.split("|"))
read("1 \n1", "%d %m")
read("2020\t01", " %Y %m ")
read("\u0662\u0660\u0662\u0660", "%Y")
read("\u0663", "%d")
read("\u0663", "%H")
read("é1", "É%d")
for text, format in ("2020-01-02", "%Y-%m-%d"), ("2020-01-02 3", "%Y-%m-%d %H"), ("3:04", "%H:%M"), ("x", "%H"), ("2020 +0100", "%Y %z"):
    read(text, format, date)
for text, format in ("2020-01-02", "%Y-%m-%d"), ("3:04:05.5 +0100", "%H:%M:%S.%f %z"), ("61", "%S"), ("1 EST", "%H %Z"), ("4 UTC-0200", "%H %Z%z"):
    read(text, format, time)
read(2020, "%Y")
read("2020", 1)
read(None, "%H", time)

for format in "%d %b", "%d", "%d %H", "%d %y", "%e", "%j", "%%d":
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            datetime.strptime("5", format + "~")
        except ValueError:
            pass
        print(format, [warning.category.__name__ for warning in caught])
print(str(caught) == "[]", datetime.strptime("5 Jan 2020", "%d %b %Y") is not datetime.strptime("5 Jan 2020", "%d %b %Y"))
