"""GeneratorExit closes what a generator delegates to before it is raised in the generator itself, however it came."""


def inner(name, how):
    try:
        yield name
    except GeneratorExit as error:
        print(name, "closed", error.args)
        if how == "return":
            return "result"
        if how == "yield":
            yield "ignored"
        if how == "other":
            raise KeyError(name)
        raise
    finally:
        print(name, "finally")


def middle(name, how, more):
    try:
        print(name, "got", (yield from inner(name + ".inner", more)))
    except BaseException as error:
        print(name, "sees", repr(error), repr(error.__context__))
        if how == "return":
            return "middle result"
        if how == "yield":
            yield "ignored by middle"
        raise


def outer(how, more):
    try:
        print("outer got", (yield from middle("middle", how, more)))
    except BaseException as error:
        print("outer sees", repr(error))
    yield "outer goes on"


class Special(GeneratorExit):
    pass


for how in ("raise", "return", "yield"):
    for more in ("raise", "return", "yield", "other"):
        for thrown in (GeneratorExit, Special("x"), None):
            print("--", how, more, thrown)
            it = outer(how, more)
            next(it)
            try:
                print("->", it.close() if thrown is None else it.throw(thrown))
            except BaseException as error:
                print("raised", repr(error))


class Iterator:
    def __init__(self, close):
        if close:
            self.close = close

    def __iter__(self):
        return self

    def __next__(self):
        return "item"


def over(iterator):
    try:
        yield from iterator
    except BaseException as error:
        print("over sees", repr(error))
        raise


def failing():
    raise OSError("close")


def reentering():
    try:
        next(whole)
    except ValueError as error:
        print(error)


for close in (None, lambda: print("close()"), failing, reentering):
    whole = it = over(over(Iterator(close)))
    next(it)
    try:
        it.throw(GeneratorExit)
    except BaseException as error:
        print("raised", repr(error))


async def wait():
    class Wait:
        def __await__(self):
            yield "waiting"

    try:
        await Wait()
    except GeneratorExit:
        print("wait closed")


async def main():
    try:
        await wait()
        print("not reached")
    finally:
        print("main closed")


coroutine = main()
print(coroutine.send(None))
try:
    coroutine.throw(GeneratorExit)
except GeneratorExit:
    print("GeneratorExit")
coroutine = main()
print(coroutine.send(None))
print(coroutine.close())


# An await of what is awaited already, by somebody or by hand.
async def again(coroutine):
    await coroutine


coroutine = main()
coroutine.send(None)
other = again(coroutine)
try:
    other.send(None)
except RuntimeError as error:
    print(error)
coroutine.close()
