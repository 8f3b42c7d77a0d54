# loads: values, hooks, mistakes and their places.
import json

for text in ('null', 'true', ' [1, -2, 0, -0, 3.5, 1e3, 1E-2, -0.0, 1e400] ', '"a\\u00e9\\n\\/\\ud83d\\ude00"', '{"a": {"b": [{}, []]}, "a": 2}',
             '[NaN, Infinity, -Infinity]', '\n\t\r {}', '""', '12345678901234567890123', '"\x7f\u2028"'):
    print(json.loads(text))

mistakes = ["", "  ", "[", "[1", "[1,", "[1,]", "[1 2]", "[,]", "[1,,2]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', '{"a" 1}',
            '{"a":}', '{"a":1 "b":2}', '{1:2}', '{,}', '"', '"a', '"\\', '"\\x"', '"\\u12"', '"\\u12G4"', '"\\u+123"', '"\n"', '"\x00"', '"tab\t"', "nul",
            "tru", "falsy", "N", "nan", "-", "-a", "--1", "01", "1.", "1.e3", "1e", "+1", ".5", "0x1", "[]]", "{}{}", "1 2", "\u00a01", "'a'",
            '[\n1,\n 2\n,\n]', '{"a":\n [1,\n  {"b":\n }]}', "[1}", '{"a":1]', '[1] # no', "True", "1\u0663"]
for text in mistakes:
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error, (error.pos, error.lineno, error.colno))

try:
    json.loads("[1,\n  oops]")
except ValueError as error:
    print(type(error).__name__, error.msg, repr(error.doc), error.pos, error.lineno, error.colno, error.args, error.__reduce__()[1])
made = json.JSONDecodeError("Wrong", "a\nbc", 3)
print(made, made.lineno, made.colno)

print(json.loads('{"a": [1.5, 2, NaN, -Infinity]}', parse_float=lambda text: "F" + text, parse_int=lambda text: "I" + text,
                 parse_constant=lambda text: "C" + text, object_hook=lambda table: ("H", table)))
print(json.loads('{"a": 1, "a": {}}', object_pairs_hook=lambda pairs: pairs))
print(json.loads('{"a": 1}', object_pairs_hook=tuple, object_hook=list), json.loads("[1.10]", parse_float=str))
print(repr(json.loads('"a\tb\nc"', strict=False)))

for data in (b'{"a": "\xc3\xa9"}', bytearray(b"[1]"), b"\xef\xbb\xbf[2]", "[3]".encode("utf-16"), "[4]".encode("utf-16-le"), "[5]".encode("utf-16-be"),
             "[6]".encode("utf-32"), "[7]".encode("utf-32-le"), "[8]".encode("utf-32-be"), b"9", "7".encode("utf-16-le")):
    print(json.loads(data), json.detect_encoding(data))
for bad in (5, None, ["1"], "\ufeff1"):
    try:
        json.loads(bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for unknown in ({"encoding": "utf-8"}, {"foo": 1}):
    try:
        json.loads("1", **unknown)
    except TypeError as error:
        print(error)


class File:
    def __init__(self, text):
        self.text = text

    def read(self):
        return self.text


print(json.load(File('[1, {"x": 2}]'), object_hook=lambda table: table["x"]))
try:
    json.loads("1" * 5000)
except ValueError as error:
    print(str(error)[:60])
depth = 200
print(json.loads("[" * depth + "]" * depth) != [])
