# A small command table: commands are functions, their options come from signatures, their help from docstrings.
import asyncio
import functools
import inspect


class Commands:
    def __init__(self):
        self.table = {}

    def command(self, function):
        signature = inspect.signature(function, eval_str=True)
        for parameter in signature.parameters.values():
            if parameter.kind is inspect.Parameter.VAR_KEYWORD:
                raise TypeError(f"{function.__name__}: **{parameter.name} can't be given on a line")
        self.table[function.__name__] = (function, signature)
        return function

    def help(self, name):
        function, signature = self.table[name]
        lines = [f"{name}{signature}"]
        doc = inspect.getdoc(function)
        lines += ["  " + line for line in (doc or "no help").splitlines()]
        return "\n".join(lines)

    def run(self, line):
        name, *words = line.split()
        function, signature = self.table[name]
        positional = [word for word in words if "=" not in word]
        named = dict(word.split("=", 1) for word in words if "=" in word)
        try:
            bound = signature.bind(*positional, **named)
        except TypeError as error:
            return f"{name}: {error}"
        for key, value in bound.arguments.items():
            kind = signature.parameters[key].annotation
            if kind is int:
                bound.arguments[key] = int(value)
        bound.apply_defaults()
        result = function(*bound.args, **bound.kwargs)
        return asyncio.run(result) if inspect.iscoroutine(result) else result


commands = Commands()


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return f"[{function(*args, **kwargs)}]"
    return wrapper


@commands.command
@logged
def add(a: int, b: "int" = 1) -> int:
    """Adds two numbers.

    The second is one
    unless it is given.
    """
    return a + b


@commands.command
def join(*words: str, sep="-"):
    return sep.join(words)


@commands.command
async def later(what):
    """Answers later."""
    await asyncio.sleep(0)
    return what.upper()


try:
    @commands.command
    def wrong(**options): pass
except TypeError as error:
    print(error)
for name in commands.table:
    print(commands.help(name))
for line in ("add 1 2", "add 4", "add a=5 b=7", "add", "add 1 2 3", "add 1 c=3", "join a b c sep=+", "join", "later hello"):
    print(line, "->", commands.run(line))
print([name for name, value in inspect.getmembers(commands, inspect.ismethod)])
print([name for name, (function, _) in commands.table.items() if inspect.iscoroutinefunction(function)])
