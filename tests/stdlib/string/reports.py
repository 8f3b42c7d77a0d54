# Programs: letters from templates, a table by formatters of one's own.
from string import Formatter, Template, capwords


class Batch(Template):
    """File names: %-placeholders."""

    delimiter = "%"


photos = ["img_1074.jpg", "img_1076.jpg", "img_1077.jpg"]
pattern = Batch("Ashley_%n%f")
for number, name in enumerate(photos):
    stem, dot, ending = name.rpartition(".")
    print(name, "->", pattern.substitute(d="2026-11-27", n=number, f=dot + ending))

letter = Template("""Dear $title $name,

you owe us $$${amount}.${cents} for ${count}x "$item".
Visit $site$$path or write to $mail@$site.
""")
print(letter.get_identifiers(), letter.is_valid())
known = dict(title="Dr", name=capwords("  ada   lovelace "), amount=12, cents="50", count=2, item="engine", site="example.org", mail="bills")
print(letter.substitute(known))
del known["item"], known["site"]
print(letter.safe_substitute(known))
try:
    letter.substitute(known)
except KeyError as error:
    print("missing", error)
try:
    Template("ok $a\nbut $ 5").substitute(a=1)
except ValueError as error:
    print(error)


def chain(*tables):
    class Tables:
        def __getitem__(self, name):
            for table in tables:
                if name in table:
                    return table[name]
            raise KeyError(name)

    return Tables()


print(Template("$user@$host:$port").substitute(chain({"host": "here"}, {"user": "me", "host": "there", "port": 22})))


class Report(Formatter):
    """Fields with a default ('name|text') and a conversion for titles."""

    def get_field(self, field_name, args, kwargs):
        name, bar, default = field_name.partition("|")
        try:
            return super().get_field(name, args, kwargs)
        except (KeyError, IndexError, AttributeError):
            if not bar:
                raise
            return default, name

    def convert_field(self, value, conversion):
        if conversion == "t":
            return str(value).title()
        return super().convert_field(value, conversion)

    def format_field(self, value, format_spec):
        if format_spec.endswith("%%"):
            return super().format_field(value * 100, format_spec[:-2]) + " %"
        return super().format_field(value, format_spec)


report = Report()
rows = [{"name": "ada", "share": 0.256, "tags": ["x", "y"]}, {"name": "bob", "share": 1.5}, {"share": 0, "tags": []}]
for row in rows:
    try:
        print(report.format("{name|nobody!t:<8}|{share:>8.1f%%}|{tags[0]|none:^6}|{0:{width}}|", len(row), width=3, **row))
    except (KeyError, IndexError) as error:
        print(type(error).__name__, error)
try:
    report.format("{missing}")
except KeyError as error:
    print("KeyError", error)
print(report.format("{:{}}{:>{}}", "left", 8, "right", 8), report.format("{0!r:>6}{0!s:>6}{0!a:>6}", "é"))
fields = [name for _, name, _, _ in Formatter().parse("{a} {b.c:{d}} {{e}} {} {0}") if name is not None]
print(fields)
