# Programs: a reader of settings and a small calculator on shlex.
import shlex


def settings(text):
    """Lines of NAME = VALUE; a value may be quoted, a list stands in brackets."""
    lex = shlex.shlex(text, posix=True)
    lex.wordchars += ".-/"
    found = {}
    while (name := lex.get_token()) != lex.eof:
        if lex.get_token() != "=":
            raise ValueError(f"{lex.error_leader('settings')}'=' expected behind {name!r}")
        value = lex.get_token()
        if value == "[":
            value = []
            while (item := lex.get_token()) != "]":
                if item == lex.eof:
                    raise ValueError(f"{lex.error_leader('settings')}']' is missing")
                if item != ",":
                    value.append(item)
        found[name] = value
    return found


print(settings("""
# the server
host = "example org"
port = 8080   # as always
path = /var/www-data/x.y
names = [ "first one", second,
          third ]
"""))
for bad in ("a b", "a = [1, 2", "x = 1\n\ny 2", "a = 'open"):
    try:
        print(settings(bad))
    except ValueError as error:
        print(error)


class Calculator:
    """Sums and products with parentheses."""

    def __init__(self, text):
        self.lex = shlex.shlex(text, punctuation_chars="+*()")
        self.lex.commenters = ""

    def run(self):
        value = self.sum()
        rest = self.lex.get_token()
        if rest:
            raise SyntaxError(f"unexpected {rest!r}")
        return value

    def sum(self):
        value = self.product()
        while (token := self.lex.get_token()) == "+":
            value += self.product()
        self.lex.push_token(token)
        return value

    def product(self):
        value = self.atom()
        while (token := self.lex.get_token()) == "*":
            value *= self.atom()
        self.lex.push_token(token)
        return value

    def atom(self):
        token = self.lex.get_token()
        if token == "(":
            value = self.sum()
            if self.lex.get_token() != ")":
                raise SyntaxError("')' is missing")
            return value
        return int(token)


for text in ("1 + 2 * 3", "( 1 + 2 ) * 3", "2*( 3+4 )*5", "( 1 + 2", "1 2", "7"):
    try:
        print(text, "=", Calculator(text).run())
    except SyntaxError as error:
        print(text, "->", error)
