# Cmd: the loop, help, columns, hooks; input and output are objects of our own.
import cmd


class Out:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        self.text += "|"

    def take(self):
        text, self.text = self.text, ""
        return text


class In:
    def __init__(self, *lines):
        self.lines = list(lines)

    def readline(self):
        return self.lines.pop(0) if self.lines else ""


class Shop(cmd.Cmd):
    """A small shop."""

    prompt = "shop> "
    use_rawinput = 0

    def do_buy(self, arg):
        """Buys things.

            buy THING…
        """
        self.stdout.write(f"bought {arg!r}\n")

    def do_list(self, arg):
        self.stdout.write("nothing left\n")

    def do_quit(self, arg):
        "Leaves the shop."
        return True

    def do_EOF(self, arg):
        self.stdout.write("end of input\n")
        return True

    def do_shell(self, arg):
        "Runs a command."
        self.stdout.write(f"shell {arg!r}\n")

    def help_prices(self):
        self.stdout.write("all things cost one\n")

    def help_list(self):
        self.stdout.write("lists what there is\n")

    def complete_buy(self, text, line, begin, end):
        return [name for name in ("apples", "pears") if name.startswith(text)]

    def precmd(self, line):
        self.stdout.write(f"<{line}>\n")
        return line

    def postcmd(self, stop, line):
        self.stdout.write(f"<{stop}>\n")
        return stop

    def preloop(self):
        self.stdout.write("open\n")

    def postloop(self):
        self.stdout.write("closed\n")


out = Out()
shop = Shop(stdin=In("buy two apples\n", "\n", "? buy\n", "help\n", "help prices\n", "help nothing\n", "help list\n", "!ls -l\n", "steal\n", "list\r\n", "?\n", "  buy   x  \n",
                     "help help\n", "help quit\n"), stdout=out)
shop.cmdloop("Welcome")
print(out.take())
for line in ("", "  ", "?", "?x", "!x y", "buy-now z", "buy", "_a b", "EOF", "9 x", "!", "é x"):
    print(repr(line), shop.parseline(line), cmd.Cmd().parseline(line))
print(shop.get_names() == dir(Shop), shop.completenames("b"), shop.completenames(""), shop.completedefault("x"), sorted(shop.complete_help("p")), sorted(shop.complete_help("q")))

words = ["aa", "b", "cccc", "dd", "eeeeee"] * 5
for width in (80, 30, 12, 5):
    shop.columnize(words, width)
shop.columnize([])
shop.columnize(["one"])
print(out.take())
try:
    shop.columnize(["a", 1, None])
except TypeError as error:
    print(error)
shop.print_topics("Things", ["a", "b"], 15, 80)
shop.print_topics("Things", [], 15, 80)
shop.ruler = ""
shop.print_topics("Things", ["a" * 50, "b" * 50], 15, 80)
print(out.take())
print(shop.onecmd("quit"), shop.onecmd("EOF"), repr(shop.lastcmd), shop.onecmd(""), shop.onecmd("buy z"), shop.lastcmd, shop.onecmd(""), shop.emptyline(), shop.default("xx"))
print(out.take())

shop = Shop(stdin=In("list\n"), stdout=out)
shop.cmdqueue, shop.intro = ["buy 1", "quit", "left over"], "from the class"
shop.cmdloop()
print(out.take(), shop.cmdqueue)


class Plain(cmd.Cmd):
    nohelp, doc_leader, undoc_header = "no help on %s!", "leader", "Undocumented:"

    def __getattr__(self, name):
        if name.startswith("do_dyn"):
            return lambda arg: self.stdout.write(f"{name} {arg}\n")
        raise AttributeError(name)

    def do_bare(self, arg):
        raise ValueError(arg)


plain = Plain(stdout=out)
for line in ("help", "dynamic a b", "help bare", "help dynamic", "!x", "?help"):
    plain.onecmd(line)
print(out.take())
try:
    plain.onecmd("bare text")
except ValueError as error:
    print("ValueError", error)
print(cmd.__all__, plain.prompt, plain.identchars[-11:], plain.completekey, plain.doc_header, plain.misc_header)
