# Template: placeholders, mistakes, subclasses with a delimiter of their own.
from collections import defaultdict
from string import Template


def attempt(call):
    try:
        print(repr(call()))
    except (KeyError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


for text in ("$a ${b} $$ $c_1x", "", "no placeholder", "$a$b${a}${b}", "$$a $$${a}", "$A $_ $a1b", "$aé", "${a}b", "$a-$b"):
    attempt(lambda: Template(text).substitute(a=1, b="x", c_1x=None, A="big", _="low", a1b=2.5))
    attempt(lambda: Template(text).get_identifiers())
for text in ("$", "$ ", "a\n$1", "${a", "${}", "${ a}", "$é", "x\r\ny\n  $", "$-", "${a b}", "$\u017f", "$\u212a"):
    attempt(lambda: Template(text).substitute(a=1))
    print(repr(Template(text).safe_substitute(a=1)), Template(text).is_valid(), Template(text).get_identifiers())
t = Template("$who likes ${what}; $who pays $$5")
attempt(lambda: t.substitute({"who": "tim", "what": "tea"}))
attempt(lambda: t.substitute({"who": "tim"}, what="coffee"))
attempt(lambda: t.substitute({"who": "tim", "what": "tea"}, who="ann"))
attempt(lambda: t.substitute())
attempt(lambda: t.substitute({"who": "tim"}))
attempt(lambda: t.substitute({}, {}))
attempt(lambda: t.safe_substitute())
attempt(lambda: t.safe_substitute({"who": 5}))
attempt(lambda: t.safe_substitute(what=None))
attempt(lambda: t.substitute(defaultdict(lambda: "any"), what="x"))
attempt(lambda: Template("$self $mapping").substitute(self=1, mapping=2))
attempt(lambda: Template(5).substitute())
attempt(lambda: Template(b"$a").substitute(a=1))
print(t.template, t.is_valid(), t.get_identifiers(), Template.delimiter, Template.idpattern, Template.braceidpattern)


class Percent(Template):
    delimiter = "%"


class Double(Percent):
    delimiter = "{{"


print(Percent("%a %% $b %{c} %").safe_substitute(a=1, c=2), Double("{{a {{{{ { {{{b} {{").safe_substitute(a=1, b=2))
attempt(lambda: Percent("%a %").substitute(a=1))
attempt(lambda: Double("\n {{a {{").substitute(a=1))
print(Percent("%x $y %{z}").get_identifiers(), Percent("$").is_valid(), Percent("%").is_valid())


class Upper(Template):
    def substitute(self, mapping={}, /, **kws):
        return super().substitute(mapping, **kws).upper()


print(Upper("$a b").substitute(a="x"), Upper("$a").safe_substitute(a="x"))


class Record:
    def __init__(self, **fields):
        self.fields = fields

    def __getitem__(self, name):
        return self.fields[name]


letter = Template("Dear $name,\nyour order of $$$price for ${count}x $item is on its way.\n")
for order in ({"name": "Ann", "price": 5, "count": 2, "item": "tea"}, {"name": "Bob", "price": 1}):
    try:
        print(letter.substitute(Record(**order)))
    except KeyError as error:
        print("missing", error)
        print(letter.safe_substitute(order))
