"""A small language: tokens by a generator, a tree of nodes by recursive descent, run by visiting, with scopes
entered by `with`, and `return` as an exception."""

SOURCE = """
fun fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }
fun gcd(a, b) { while b != 0 { let rest = a % b; a = b; b = rest; } return a; }
fun prime(n) {
    let d = 2;
    while d * d <= n { if n % d == 0 { return 0; } d = d + 1; }
    return 1;
}
let total = 0;
let n = 2;
while n < 300 { if prime(n) == 1 { total = total + n * gcd(n, 30); } n = n + 1; }
print total;
print fib(13);
let guarded = 0;
while guarded < 300 {
    try { print_nothing = guarded / (guarded % 3); } catch { total = total + 1; }
    guarded = guarded + 1;
}
print total;
"""


class LanguageError(Exception):
    pass


class Return(Exception):
    def __init__(self, value):
        super().__init__()
        self.value = value


def tokens(text):
    at = 0
    while at < len(text):
        letter = text[at]
        start = at
        if letter.isspace():
            at += 1
            continue
        if letter.isdigit():
            while text[at].isdigit():
                at += 1
            yield "number", int(text[start:at])
        elif letter.isalpha():
            while text[at].isalnum() or text[at] == "_":
                at += 1
            yield "name", text[start:at]
        else:
            at += 2 if text[at:at + 2] in ("==", "!=", "<=", ">=") else 1
            yield "sign", text[start:at]
    yield "end", ""


class Node:
    def __init__(self, *parts):
        for name, part in zip(self.fields, parts, strict=True):
            setattr(self, name, part)


class Number(Node):
    fields = ("value",)


class Name(Node):
    fields = ("name",)


class Binary(Node):
    fields = ("sign", "left", "right")


class Call(Node):
    fields = ("name", "arguments")


class Let(Node):
    fields = ("name", "value", "new")


class While(Node):
    fields = ("test", "body")


class If(Node):
    fields = ("test", "body")


class Try(Node):
    fields = ("body", "rescue")


class Function(Node):
    fields = ("name", "parameters", "body")


class Result(Node):
    fields = ("value",)


class Print(Node):
    fields = ("value",)


class Parser:
    levels = [("==", "!=", "<", "<=", ">", ">="), ("+", "-"), ("*", "/", "%")]

    def __init__(self, text):
        self.tokens = tokens(text)
        self.kind, self.value = next(self.tokens)

    def advance(self):
        value = self.value
        self.kind, self.value = next(self.tokens, ("end", ""))
        return value

    def expect(self, value):
        if self.value != value:
            raise LanguageError(f"expected {value}, found {self.value}")
        self.advance()

    def block(self):
        self.expect("{")
        body = []
        while self.value != "}":
            body.append(self.statement())
        self.advance()
        return body

    def program(self):
        body = []
        while self.kind != "end":
            body.append(self.statement())
        return body

    def statement(self):
        match self.value:
            case "fun":
                self.advance()
                name = self.advance()
                self.expect("(")
                parameters = list(self.separated(self.advance))
                return Function(name, parameters, self.block())
            case "while" | "if":
                kind = While if self.advance() == "while" else If
                test = self.expression()
                return kind(test, self.block())
            case "try":
                self.advance()
                body = self.block()
                self.expect("catch")
                return Try(body, self.block())
            case "return" | "print":
                kind = Result if self.advance() == "return" else Print
                node = kind(self.expression())
            case _:
                new = self.value == "let"
                if new:
                    self.advance()
                name = self.advance()
                self.expect("=")
                node = Let(name, self.expression(), new)
        self.expect(";")
        return node

    def separated(self, item):
        while self.value != ")":
            yield item()
            if self.value == ",":
                self.advance()
        self.advance()

    def expression(self, level=0):
        if level == len(self.levels):
            return self.primary()
        left = self.expression(level + 1)
        while self.kind == "sign" and self.value in self.levels[level]:
            left = Binary(self.advance(), left, self.expression(level + 1))
        return left

    def primary(self):
        if self.kind == "number":
            return Number(self.advance())
        if self.value == "(":
            self.advance()
            inner = self.expression()
            self.expect(")")
            return inner
        name = self.advance()
        if self.value != "(":
            return Name(name)
        self.advance()
        return Call(name, list(self.separated(self.expression)))


class Scope:
    def __init__(self, machine, variables):
        self.machine = machine
        self.variables = variables

    def __enter__(self):
        self.machine.scopes.append(self.variables)
        return self.variables

    def __exit__(self, kind, error, trace):
        self.machine.scopes.pop()
        return False


class Machine:
    operations = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b,
        "/": lambda a, b: a // b,
        "%": lambda a, b: a % b,
        "==": lambda a, b: a == b,
        "!=": lambda a, b: a != b,
        "<": lambda a, b: a < b,
        "<=": lambda a, b: a <= b,
        ">": lambda a, b: a > b,
        ">=": lambda a, b: a >= b,
    }

    def __init__(self):
        self.globals = {}
        self.scopes = [self.globals]
        self.printed = []
        self.steps = 0

    def run(self, body):
        for node in body:
            self.visit(node)

    def visit(self, node):
        self.steps += 1
        return getattr(self, "visit_" + type(node).__name__)(node)

    def visit_Number(self, node):
        return node.value

    def visit_Name(self, node):
        try:
            return self.scopes[-1][node.name]
        except KeyError:
            if node.name in self.globals:
                return self.globals[node.name]
            raise LanguageError(f"{node.name} is not known") from None

    def visit_Binary(self, node):
        left, right = self.visit(node.left), self.visit(node.right)
        try:
            return self.operations[node.sign](left, right)
        except ZeroDivisionError as error:
            raise LanguageError("division by zero") from error

    def visit_Call(self, node):
        function = self.globals[node.name]
        arguments = [self.visit(argument) for argument in node.arguments]
        with Scope(self, dict(zip(function.parameters, arguments, strict=True))):
            try:
                self.run(function.body)
            except Return as done:
                return done.value
        return None

    def visit_Let(self, node):
        value = self.visit(node.value)
        self.scopes[-1][node.name] = value

    def visit_While(self, node):
        while self.visit(node.test):
            self.run(node.body)

    def visit_If(self, node):
        if self.visit(node.test):
            self.run(node.body)

    def visit_Try(self, node):
        try:
            self.run(node.body)
        except LanguageError:
            self.run(node.rescue)

    def visit_Function(self, node):
        self.globals[node.name] = node

    def visit_Result(self, node):
        raise Return(self.visit(node.value))

    def visit_Print(self, node):
        self.printed.append(self.visit(node.value))


machine = Machine()
for _ in range(35):
    machine.run(Parser(SOURCE).program())
assert len(set(zip(*[iter(machine.printed)] * 3))) == 1
print(machine.printed[:3], machine.steps, len(machine.scopes))
