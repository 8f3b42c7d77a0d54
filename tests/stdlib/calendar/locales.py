# LocaleTextCalendar and LocaleHTMLCalendar in the C locale, and a locale that does not exist.
import calendar
import locale

text = calendar.LocaleTextCalendar(6, locale="C")
print(text.locale, text.firstweekday, text.formatweekday(0, 4) + "|", text.formatmonthname(2024, 1, 20, False) + "|")
print(text.formatmonth(2024, 2), text.formatyear(2024)[:200], sep="\n")
page = calendar.LocaleHTMLCalendar(locale="C")
print(page.locale, page.formatweekday(0), page.formatmonthname(2024, 1), page.formatmonth(2024, 2)[:300], sep="\n")
print(calendar.LocaleTextCalendar(locale="C").formatmonth(2024, 2) == calendar.TextCalendar().formatmonth(2024, 2))
with calendar.different_locale("C") as entered:
    print(entered, locale.setlocale(locale.LC_TIME), list(calendar.day_abbr))
try:
    calendar.LocaleTextCalendar(locale="no_SUCH").formatweekday(0, 4)
except locale.Error as error:
    print(error)
print(isinstance(calendar.LocaleTextCalendar().locale, str))
