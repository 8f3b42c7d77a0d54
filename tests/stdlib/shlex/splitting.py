# split, quote and join as a shell would have it.
import shlex
from shlex import join, quote, split

samples = ["", "   ", "a b  c", "foo 'bar baz' \"qu ux\"", r"a\ b c\"d", r'"a \" b" "c\d" "e\\f"', r"'a\b' 'it'\''s'", "a'b'c\"d\"e", "''", "a '' b \"\"",
           "# comment", "a #b", "a#b", "-f=x --g='h i'", "a;b|c&&d", "\ta\nb\r\nc", "é 'ü ö' \u2003x", "echo \"$HOME\" `x`", "a\\\nb", "'new\nline'"]
for text in samples:
    for comments in (False, True):
        print(repr(text), comments, split(text, comments), split(text, comments=comments, posix=False))
for bad in ("a 'b", 'a "b', "a\\", '"a\\', "'"):
    for posix in (True, False):
        try:
            print(repr(bad), posix, split(bad, posix=posix))
        except ValueError as error:
            print(repr(bad), posix, error)
for bad in (None, 5):
    try:
        split(bad)
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)

for word in ("", "plain", "a b", "it's", 'say "hi"', "a%+,-./:=@_1Z", "é", "$x", "a\nb", "*", "~", "a;b", "back\\slash", "'"):
    print(quote(word), split(quote(word)) == [word])
for bad in (5, None, b"x"):
    try:
        quote(bad)
    except TypeError as error:
        print(error)
print(join(["ls", "-l", "my file", "a'b"]), join([]), join(("a", "")), join(word for word in "xy"))
command = ["grep", "-e", "a|b", "--", "some file.txt", ""]
print(split(join(command)) == command, shlex.__all__)


def expand(line, aliases):
    """A shell's aliases: the first word is replaced as long as it is known."""
    words, seen = split(line, comments=True), set()
    while words and words[0] in aliases and words[0] not in seen:
        seen.add(words[0])
        words = split(aliases[words[0]]) + words[1:]
    return join(words)


aliases = {"ll": "ls -l --color='al ways'", "ls": "ls -F", "g": "git"}
for line in ("ll 'my docs'  # list", "g commit -m \"two words\"", "unknown", ""):
    print(expand(line, aliases))
