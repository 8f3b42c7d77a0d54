"""Writes the tables in src/builtins/text/ from the Unicode database of the CPython that runs this.

    python3.14 tests/generate/unicode_tables.py properties | rustfmt --edition 2024 > src/builtins/text/properties.rs
    python3.14 tests/generate/unicode_tables.py mappings | rustfmt --edition 2024 > src/builtins/text/mappings.rs
"""

import sys
import unicodedata

EVERY = [chr(code) for code in range(0x110000)]


def boundaries(name, doc, holds):
    """Where a property begins and ends to hold, in turn."""
    codes, before = [], False
    for char in EVERY:
        now = holds(char)
        if now != before:
            codes.append(ord(char))
            before = now
    text = ",".join(f"0x{code:x}" for code in codes)
    print(f"/// {doc}\npub static {name}: &[u32] = &[{text}];\n")


def mapping(name, doc, new, usual):
    """What characters map to where that is not the usual mapping."""
    pairs = [(char, new(char)) for char in EVERY if new(char) != usual(char)]
    escape = lambda text: "".join(f"\\u{{{ord(char):x}}}" for char in text)
    text = ",".join(f"('{escape(char)}', \"{escape(to)}\")" for char, to in pairs)
    print(f"/// {doc}\npub static {name}: &[(char, &str)] = &[{text}];\n")


SOURCE = f"of Unicode {unicodedata.unidata_version}. Written by tests/generate/unicode_tables.py."

if sys.argv[1] == "properties":
    print(f"//! Properties of characters, {SOURCE}")
    print("//!\n//! A property is a sorted list of the code points where it begins and, in turn, ends to hold.\n")
    boundaries("PRINTABLE", "`str.isprintable`", str.isprintable)
    boundaries("ALPHABETIC", "`str.isalpha`", str.isalpha)
    boundaries("DECIMAL", "`str.isdecimal`: each run starts with a zero.", str.isdecimal)
    boundaries("DIGIT", "`str.isdigit`", str.isdigit)
    boundaries("NUMERIC", "`str.isnumeric`", str.isnumeric)
    boundaries("UPPER", "`str.isupper` of one character.", str.isupper)
    boundaries("LOWER", "`str.islower` of one character.", str.islower)
else:
    print(f"//! Case mappings of characters that are not the usual ones, {SOURCE}\n")
    mapping("TITLE", "Title case, where it is not upper case.", str.title, str.upper)
    mapping("FOLDED", "`str.casefold`, where it is not lower case.", str.casefold, str.lower)
