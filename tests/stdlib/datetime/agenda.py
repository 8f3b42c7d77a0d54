# A user's program: an agenda of meetings in several zones, with texts in and out.
from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta, timezone

ENTRIES = """
2024-03-04T09:30:00+01:00 | 45 | stand-up
2024-03-04T16:00:00Z | 90 | review
2024-03-05T08:00:00-05:00 | 30 | interview
20240306T101500+0530 | 20 | call
2024-W10-4T12:00+02:00 | 75 | lunch
"""
HOME = timezone(timedelta(hours=1), "CET")


class Meeting:
    def __init__(self, start, length, title):
        self.start, self.length, self.title = start, length, title

    @property
    def end(self):
        return self.start + self.length

    @classmethod
    def parse(cls, line):
        start, minutes, title = [part.strip() for part in line.split("|")]
        return cls(datetime.fromisoformat(start), timedelta(minutes=int(minutes)), title)

    def __str__(self):
        local = self.start.astimezone(HOME)
        return f"{local:%a %d %b %H:%M}–{local + self.length:%H:%M} {local:%Z} {self.title}"


meetings = sorted(map(Meeting.parse, ENTRIES.strip().splitlines()), key=lambda meeting: meeting.start)
by_day = defaultdict(list)
for meeting in meetings:
    by_day[meeting.start.astimezone(HOME).date()].append(meeting)
for day, found in sorted(by_day.items()):
    total = sum([meeting.length for meeting in found], timedelta())
    print(f"{day:%A, %d %B %Y} (week {day.isocalendar().week}): {total}")
    for meeting in found:
        print("   ", meeting, "| UTC", meeting.start.astimezone(UTC).isoformat(timespec="minutes"))
gaps = [later.start - earlier.end for earlier, later in zip(meetings, meetings[1:])]
print("gaps:", *gaps, sep="\n  ")
print("longest:", max(gaps), "mean:", sum(gaps, timedelta()) / len(gaps), "in hours:", round(max(gaps) / timedelta(hours=1), 3))


def workdays(start, end, holidays=()):
    day = start
    while day <= end:
        if day.weekday() < 5 and day not in holidays:
            yield day
        day += timedelta(days=1)


easter = {date(2024, 3, 29), date(2024, 4, 1)}
days = list(workdays(date(2024, 3, 25), date(2024, 4, 5), easter))
print(len(days), *[f"{day:%d.%m.}" for day in days])


def next_month(day):
    first = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    try:
        return first.replace(day=day.day)
    except ValueError as error:
        return f"{error} -> {first}"


print([str(next_month(date(2024, month, 31))) for month in (1, 3, 7, 12)])
opening, closing = time(9), time(17, 30)
for meeting in meetings:
    local = meeting.start.astimezone(HOME)
    print(meeting.title, "inside" if opening <= local.time() < closing else "outside", local.timetz().isoformat("minutes"))
log = ["04/Mar/2024:08:30:15 +0100 GET", "04/Mar/2024:08:30:17 +0100 PUT", "04/Mar/2024:07:31:00 +0000 GET"]
stamps = [datetime.strptime(line.rpartition(" ")[0], "%d/%b/%Y:%H:%M:%S %z") for line in log]
print([str(later - earlier) for earlier, later in zip(stamps, stamps[1:])], max(stamps).isoformat(), stamps[0].timestamp())
birthday = date(1990, 2, 28)
print(date(2024, 3, 1) - birthday, (date(2024, 3, 1) - birthday) // timedelta(days=365.25), birthday.strftime("%-d %B %Y"))
