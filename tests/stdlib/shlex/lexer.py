# The class: attributes, punctuation, tokens put back, sources, debugging.
import shlex

lex = shlex.shlex("a = 'b c' # comment\nd:e \"f\\\"g\" h\\i", "file.cfg")
print(lex.infile, lex.lineno, lex.error_leader(), lex.error_leader("x", 7), lex.posix, repr(lex.eof), lex.commenters, lex.quotes, lex.escape, lex.escapedquotes)
print(repr(lex.whitespace), lex.whitespace_split, lex.wordchars, lex.debug, lex.source, repr(lex.token), repr(lex.punctuation_chars))
try:
    for token in lex:
        print(repr(token), lex.lineno)
except ValueError as error:
    print(error, lex.error_leader())
lex = shlex.shlex("a 'b'c \"d\\\"e\" f\\ g é", posix=True)
print(list(lex), lex.eof, lex.get_token(), lex.get_token())

text = "a && b || c; d >'abc'; (def \"ghi\") -f --x=y ~/z*.txt a~b"
for punctuation in (False, True, "|", "&;=-"):
    for posix in (False, True):
        lex = shlex.shlex(text, posix=posix, punctuation_chars=punctuation)
        print(list(lex), lex.punctuation_chars)
        lex = shlex.shlex(text, posix=posix, punctuation_chars=punctuation)
        lex.whitespace_split = True
        print(list(lex))
try:
    lex.punctuation_chars = "x"
except AttributeError as error:
    print(type(error).__name__)
print(shlex.shlex("", punctuation_chars=True).wordchars)

lex = shlex.shlex("one two")
lex.push_token("zero")
lex.push_token("first")
print(lex.get_token(), lex.get_token(), lex.get_token(), lex.read_token(), repr(lex.read_token()), repr(lex.get_token()))
lex = shlex.shlex("a b")
lex.push_source("x y", "inner")
print(lex.get_token(), lex.infile, lex.get_token(), lex.get_token(), lex.infile, list(lex))

lex = shlex.shlex("a;b <- c %d% ? e")
lex.wordchars += ";<-"
lex.commenters = "?"
lex.quotes = "%"
print(list(lex))
lex = shlex.shlex("a|b |c ", posix=True)
lex.whitespace = "|"
lex.whitespace_split = True
print(list(lex))


class Lines:
    def __init__(self, text):
        self.text = text

    def read(self, size):
        part, self.text = self.text[:size], self.text[size:]
        return part

    def readline(self):
        line, end, self.text = self.text.partition("\n")
        return line + end

    def close(self):
        print("closed")


class Including(shlex.shlex):
    def sourcehook(self, newfile):
        return newfile.strip('"'), Lines(f"inside {newfile.strip(chr(34))} # rest\nlast")


lex = Including(Lines("before include \"other\" after"), "main")
lex.source = "include"
for token in lex:
    print(token, lex.infile, lex.lineno)

lex = shlex.shlex("a 'b' c;", posix=True)
lex.debug = 3
lex.push_token("back")
print(list(lex))
