"""Many zones over many years: what each says at the turn of each quarter, and what UTC becomes there."""
import datetime
import zoneinfo

ZONES = """
    UTC GMT Europe/Berlin Europe/London Europe/Dublin Europe/Lisbon Europe/Moscow Africa/Casablanca Africa/Monrovia
    America/New_York America/St_Johns America/Sao_Paulo America/Nuuk America/Caracas Asia/Tokyo Asia/Kolkata
    Asia/Kathmandu Asia/Gaza Australia/Lord_Howe Australia/Sydney Pacific/Apia Pacific/Chatham Pacific/Kiritimati
    Antarctica/Troll Etc/GMT+5 EST5EDT
""".split()
for name in ZONES:
    zone = zoneinfo.ZoneInfo(name)
    seen = []
    for year in (1850, 1916, 1945, 1972, 1989, 2011, 2024, 2037, 2038, 2120):
        for month in (1, 3, 4, 7, 10, 11):
            for fold in (0, 1):
                moment = datetime.datetime(year, month, 1, 2, 30, fold=fold, tzinfo=zone)
                said = f"{moment.tzname()}{moment.utcoffset().total_seconds():+.0f}/{moment.dst().total_seconds():.0f}"
                if not seen or seen[-1] != said:
                    seen.append(said)
    print(name, *seen)
    for hour in range(0, 24, 3):
        moment = datetime.datetime(2024, 10, 27, hour // 3, 59, 59, tzinfo=datetime.timezone.utc).astimezone(zone)
        print("   ", moment, moment.fold, moment.astimezone(datetime.timezone.utc).hour == hour // 3)
