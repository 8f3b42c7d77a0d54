async def f(x):
    async with x as y:
        try:
            try:
                await y
            finally:
                return [z async for z in x if (yield_ := z)]
        except* ValueError:
            pass
        finally:
            del y
