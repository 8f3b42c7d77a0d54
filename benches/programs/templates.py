"""Pages from a template: it is split into nodes once, then filled in for a table of rows, with filters, loops,
conditions and escaped text."""

PAGE = """<html><head><title>{{ title|upper }}</title></head>
<table>
{% for row in rows %}<tr class="{% if row.odd %}odd{% else %}even{% end %}">
{% for cell in row.cells %}<td>{{ cell|escape }}</td>{% end %}
<td>{{ row.total|money }}</td><td>{{ row.owner.name|title }}</td></tr>
{% end %}</table>
<p>{{ rows|count }} rows{% if note %}, {{ note }}{% end %}</p></html>
"""


def escape(value):
    text = str(value)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


FILTERS = {
    "upper": lambda value: str(value).upper(),
    "title": lambda value: str(value).title(),
    "escape": escape,
    "money": lambda value: f"{value:,.2f}",
    "count": len,
}


class TemplateError(Exception):
    pass


class Scope:
    """Variables over those of an outer scope."""

    def __init__(self, variables, outer=None):
        self.variables = variables
        self.outer = outer

    def __getitem__(self, name):
        scope = self
        while scope is not None:
            if name in scope.variables:
                return scope.variables[name]
            scope = scope.outer
        raise TemplateError(f"{name} is not given")

    def get(self, path):
        first, *rest = path
        value = self[first]
        for name in rest:
            if isinstance(value, dict):
                value = value[name]
            else:
                value = getattr(value, name)
        return value


class Text:
    def __init__(self, text):
        self.text = text

    def render(self, scope, out):
        out.append(self.text)


class Value:
    def __init__(self, source):
        path, *self.filters = (part.strip() for part in source.split("|"))
        self.path = path.split(".")

    def value(self, scope):
        value = scope.get(self.path)
        for name in self.filters:
            value = FILTERS[name](value)
        return value

    def render(self, scope, out):
        out.append(str(self.value(scope)))


class For:
    def __init__(self, name, items, body):
        self.name = name
        self.items = items
        self.body = body

    def render(self, scope, out):
        for item in self.items.value(scope):
            inner = Scope({self.name: item}, scope)
            for node in self.body:
                node.render(inner, out)


class If:
    def __init__(self, test, yes, no):
        self.test = test
        self.yes = yes
        self.no = no

    def render(self, scope, out):
        for node in self.yes if self.test.value(scope) else self.no:
            node.render(scope, out)


def pieces(source):
    """Pairs of kind and text: what stands between the brackets, and what they hold."""
    while source:
        at = min((place for mark in ("{{", "{%") if (place := source.find(mark)) >= 0), default=len(source))
        if at:
            yield "text", source[:at]
        if at == len(source):
            return
        close = "}}" if source[at + 1] == "{" else "%}"
        end = source.find(close, at)
        if end < 0:
            raise TemplateError("a bracket is not closed")
        yield ("value" if close == "}}" else "tag"), source[at + 2:end].strip()
        source = source[end + 2:]


class Template:
    def __init__(self, source):
        self.pieces = pieces(source)
        self.nodes, ending = self.parse()
        if ending is not None:
            raise TemplateError(f"{ending} without a beginning")

    def parse(self):
        nodes = []
        for kind, text in self.pieces:
            if kind == "text":
                nodes.append(Text(text))
            elif kind == "value":
                nodes.append(Value(text))
            else:
                match text.split():
                    case ["for", name, "in", items]:
                        body, _ = self.parse()
                        nodes.append(For(name, Value(items), body))
                    case ["if", test]:
                        yes, ending = self.parse()
                        no = self.parse()[0] if ending == "else" else []
                        nodes.append(If(Value(test), yes, no))
                    case ["else" | "end" as ending]:
                        return nodes, ending
                    case _:
                        raise TemplateError(f"unknown tag {text}")
        return nodes, None

    def render(self, **variables):
        out = []
        scope = Scope(variables)
        for node in self.nodes:
            node.render(scope, out)
        return "".join(out)


class Owner:
    def __init__(self, name):
        self.name = name


def rows(count):
    owners = [Owner("ada <lovelace>"), Owner("grace hopper"), Owner("mary o'brien")]
    for number in range(count):
        cells = [number, f"item <{number % 7}>", 'a "quoted" & plain', number / 8]
        yield {"odd": number % 2, "cells": cells, "total": number * 1234.5, "owner": owners[number % 3]}


template = Template(PAGE)
table = list(rows(8000))
for note in ("", "all of them", "again & again", "and once more"):
    page = template.render(title="stock", rows=table, note=note)
    print(len(page), page.count("<td>"), page.count("&lt;"), sum(map(ord, page)) % 65521)
print(page[:60], page[-60:], sep="...")
unknown = 0
for name in ("nothing", "title.colour", "title|shout") * 3000:
    try:
        Template("{{ %s }}" % name).render(title="x")
    except (TemplateError, AttributeError, KeyError):
        unknown += 1
print(unknown)
