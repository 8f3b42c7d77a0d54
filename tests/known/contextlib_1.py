# Throwing an exception into a generator leaves its context as it is, also when another exception is being handled.
def contexts(error):
    seen = []
    while error is not None and len(seen) < 9:
        seen.append(repr(error))
        error = error.__context__
    return seen


def replacing():
    try:
        yield
    finally:
        raise KeyError("raised in the generator")


def passing():
    yield


async def areplacing():
    try:
        yield
    finally:
        raise KeyError("raised in the generator")


def drive(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as stop:
        return stop.value


for own in OSError("own"), None:
    for make in replacing, passing, areplacing:
        thrown = TypeError("thrown")
        thrown.__context__ = own
        gen = make()
        drive(gen.__anext__()) if make is areplacing else next(gen)
        try:
            raise ValueError("handled meanwhile")
        except ValueError:
            try:
                drive(gen.athrow(thrown)) if make is areplacing else gen.throw(thrown)
            except Exception as error:
                print(make.__name__, contexts(error))



for own in OSError("own"), None:
    thrown = TypeError("thrown")
    thrown.__context__ = own

    class Step:
        def __await__(self):
            yield

    async def waiting():
        try:
            await Step()
        finally:
            raise KeyError("raised in the coroutine")

    coro = waiting()
    coro.send(None)
    try:
        raise ValueError("handled meanwhile")
    except ValueError:
        try:
            coro.throw(thrown)
        except Exception as error:
            print("coroutine", contexts(error))
