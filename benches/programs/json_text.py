"""JSON written and read by hand: a writer that walks values, a reader that walks text."""


class JSONError(ValueError):
    def __init__(self, message, at):
        super().__init__(f"{message} at {at}")
        self.at = at


ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
UNESCAPES = {escape[1]: letter for letter, escape in ESCAPES.items()} | {"/": "/"}


def quoted(text):
    parts = ['"']
    for letter in text:
        if letter in ESCAPES:
            parts.append(ESCAPES[letter])
        elif " " <= letter <= "~":
            parts.append(letter)
        else:
            parts.append(f"\\u{ord(letter):04x}")
    parts.append('"')
    return "".join(parts)


def pieces(value, indent, level=0):
    if value is None:
        yield "null"
    elif value is True:
        yield "true"
    elif value is False:
        yield "false"
    elif isinstance(value, str):
        yield quoted(value)
    elif isinstance(value, (int, float)):
        yield repr(value)
    elif isinstance(value, (list, tuple)):
        yield from items(((None, item) for item in value), "[]", indent, level)
    elif isinstance(value, dict):
        yield from items(value.items(), "{}", indent, level)
    else:
        raise TypeError(f"cannot write {type(value).__name__}")


def items(pairs, brackets, indent, level):
    yield brackets[0]
    inner = "\n" + " " * (indent * (level + 1)) if indent else ""
    empty = True
    for key, item in pairs:
        if not empty:
            yield "," if indent else ", "
        empty = False
        yield inner
        if key is not None:
            yield quoted(key)
            yield ": "
        yield from pieces(item, indent, level + 1)
    if indent and not empty:
        yield "\n" + " " * (indent * level)
    yield brackets[1]


def dumps(value, indent=0):
    return "".join(pieces(value, indent))


class Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def fail(self, message):
        raise JSONError(message, self.at)

    def blank(self):
        text = self.text
        while self.at < len(text) and text[self.at] in " \n\r\t":
            self.at += 1

    def peek(self):
        if self.at >= len(self.text):
            self.fail("unexpected end")
        return self.text[self.at]

    def take(self, what):
        if not self.text.startswith(what, self.at):
            self.fail(f"expected {what!r}")
        self.at += len(what)

    def value(self):
        self.blank()
        letter = self.peek()
        if letter == "{":
            value = self.object()
        elif letter == "[":
            value = self.array()
        elif letter == '"':
            value = self.string()
        elif letter in "-0123456789":
            value = self.number()
        else:
            for word, value in (("true", True), ("false", False), ("null", None)):
                if letter == word[0]:
                    self.take(word)
                    break
            else:
                self.fail(f"unexpected {letter!r}")
        self.blank()
        return value

    def object(self):
        self.take("{")
        result = {}
        self.blank()
        while self.peek() != "}":
            key = self.string()
            self.blank()
            self.take(":")
            result[key] = self.value()
            if self.peek() == ",":
                self.take(",")
                self.blank()
        self.take("}")
        return result

    def array(self):
        self.take("[")
        result = []
        self.blank()
        while self.peek() != "]":
            result.append(self.value())
            if self.peek() == ",":
                self.take(",")
        self.take("]")
        return result

    def string(self):
        self.take('"')
        parts = []
        while True:
            letter = self.peek()
            self.at += 1
            if letter == '"':
                return "".join(parts)
            if letter != "\\":
                parts.append(letter)
                continue
            escape = self.peek()
            self.at += 1
            if escape == "u":
                parts.append(chr(int(self.text[self.at:self.at + 4], 16)))
                self.at += 4
            elif escape in UNESCAPES:
                parts.append(UNESCAPES[escape])
            else:
                self.fail(f"unknown escape {escape!r}")

    def number(self):
        start = self.at
        text = self.text
        while self.at < len(text) and text[self.at] in "+-.0123456789eE":
            self.at += 1
        word = text[start:self.at]
        try:
            return int(word)
        except ValueError:
            return float(word)


def loads(text):
    reader = Reader(text)
    value = reader.value()
    if reader.at < len(text):
        reader.fail("more after the value")
    return value


def record(number):
    return {
        "id": number,
        "name": f"Kapitän \"{number}\"\tof the {['Narwhal', 'Möwe', 'Star'][number % 3]}",
        "position": [number / 7, -number / 3],
        "tags": ["a" * (number % 5), "b\\c", "line\nline"],
        "crew": {f"mate{i}": {"age": 20 + i, "aboard": i % 2 == 0, "cabin": None} for i in range(number % 4)},
    }


fleet = [record(number) for number in range(2000)]
text = dumps(fleet)
spaced = dumps(fleet, indent=2)
assert loads(text) == loads(spaced) == fleet
print(len(text), len(spaced), spaced.count("\n"), dumps(loads(spaced)) == text)
print(text[:150])
problems = 0
for wrong in ("[1, 2", '{"a" 1}', "[tru]", '"\\x"', "[] []", "nil", ""):
    for _ in range(300):
        try:
            loads(wrong)
        except JSONError as error:
            problems += error.at
        else:
            raise AssertionError(wrong)
print(problems)
