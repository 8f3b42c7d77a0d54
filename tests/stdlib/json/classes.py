# JSONEncoder and JSONDecoder and what is derived from them.
import json
from json import JSONDecodeError, JSONDecoder, JSONEncoder
from json.decoder import JSONDecodeError as same, scanstring
from json.encoder import encode_basestring, encode_basestring_ascii

print(same is JSONDecodeError, JSONDecodeError.__mro__[1].__name__, JSONDecodeError.__module__, JSONEncoder.__module__)
print(json.__all__)


class Complex(JSONEncoder):
    item_separator = " ,"

    def default(self, o):
        if isinstance(o, complex):
            return {"__complex__": True, "re": o.real, "im": o.imag}
        return super().default(o)


print(json.dumps([2 + 1j, 3], cls=Complex), Complex().encode({"z": 1j, "l": [1, 2]}), Complex(indent=1).encode([1, 2]))
try:
    json.dumps([{1}], cls=Complex)
except TypeError as error:
    print(error, error.__notes__)


class Loud(JSONEncoder):
    def iterencode(self, o, _one_shot=False):
        for piece in super().iterencode(o, _one_shot):
            yield piece.upper()


print(Loud().encode({"a": [True, None, "b"]}), json.dumps(["x"], cls=Loud), Loud().encode("kept"))
print(list(JSONEncoder().iterencode([1, "a", {"b": [None, {}], "c": []}, [[]]])))
print(list(JSONEncoder(indent=1).iterencode([[], {"a": {}}, [1, "x"]])), list(JSONEncoder().iterencode("a")), list(JSONEncoder().iterencode({})))
print(list(JSONEncoder(default=lambda o: [1]).iterencode([object()])))
encoder = JSONEncoder(skipkeys=True, ensure_ascii=False, check_circular=False, allow_nan=False, sort_keys=True, indent=3, separators=("a", "b"))
print(encoder.skipkeys, encoder.ensure_ascii, encoder.check_circular, encoder.allow_nan, encoder.sort_keys, encoder.indent, encoder.item_separator, encoder.key_separator)
for bad in (lambda: JSONEncoder(True), lambda: JSONEncoder().default(object()), lambda: encode_basestring(5), lambda: encode_basestring_ascii(b"a")):
    try:
        bad()
    except TypeError as error:
        print(error)
print(encode_basestring('é"\n\x7f'), encode_basestring_ascii('é"\n\x7f\U0001F600'), scanstring('x"a\\tb"c', 2), scanstring('"\n"', 1, False))

decoder = JSONDecoder()
print(decoder.decode(" [1] "), decoder.raw_decode("[1] rest"), decoder.raw_decode("..true", 2), decoder.strict, decoder.object_hook, decoder.parse_int("5"))
for text, at in ((" 1", 0), ("1", -1), ("1", 5), ("", 0), ("[x]", 0)):
    try:
        print(decoder.raw_decode(text, at))
    except ValueError as error:
        print(type(error).__name__, error)
try:
    decoder.decode("1 x")
except JSONDecodeError as error:
    print(error)
try:
    JSONDecoder(dict)
except TypeError as error:
    print(str(error).split("(")[0])


class Points(JSONDecoder):
    def __init__(self, **settings):
        super().__init__(object_hook=self.point, **settings)

    def point(self, table):
        return (table["x"], table["y"]) if table.keys() == {"x", "y"} else table

    def decode(self, s):
        return super().decode(s.replace("'", '"'))


print(json.loads("[{'x': 1, 'y': 2}, {'x': 3}]", cls=Points), json.loads("{'x': 1.5, 'y': 2}", cls=Points, parse_float=str))


def stream(text):
    """Values that stand one behind another, as a log holds them."""
    at = 0
    while at < len(text):
        value, at = decoder.raw_decode(text, at)
        yield value
        at += len(text[at:]) - len(text[at:].lstrip())


print(list(stream('{"a": 1}\n{"a": 2}  [3]\n"four" 5')))
