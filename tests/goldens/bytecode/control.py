def f(xs):
    for i, v in enumerate(xs):
        try:
            if v:
                continue
            with open(v) as a, lock:
                return a
        except (OSError, ValueError) as e:
            print(e)
        except KeyError:
            break
        else:
            i = 1
        finally:
            del v
    else:
        return 1
    while True:
        x = 2
        if xs:
            break
    return x


def g():
    try:
        yield 1
        x = yield from g()
    except* ValueError as eg:
        print(eg)
    assert x, "no"
    raise ValueError from x


async def h(q):
    async with q as r:
        async for i in r:
            await i
            yield i
    return


def m(v):
    match v:
        case 0 | "a":
            return 0
        case [x, *_, y] if x:
            return y
        case {"k": k, **rest}:
            return rest
        case Point(0, y=[a, b] as c):
            return a
        case None | True:
            return 2
        case (1, z) | [z]:
            return z
        case _:
            return 3
