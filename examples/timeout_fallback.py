# Ask a slow source, but not for ever: after the timeout take the next best
# answer. `asyncio.timeout` cancels what runs inside the block and turns the
# cancellation into TimeoutError.
import asyncio


async def ask(source, delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(f"  ({source} was stopped)")
        raise
    return f"the answer of {source}"


async def ask_with_fallback(question, sources, patience):
    for source, delay in sources:
        try:
            async with asyncio.timeout(patience):
                answer = await ask(source, delay)
        except TimeoutError:
            print(f"{question}: {source} took too long")
        else:
            return answer
    return "nobody knows"


async def main():
    quick, slow, dead = ("the cache", 0.01), ("the server", 0.5), ("the archive", 60)
    print("=>", await ask_with_fallback("weather", [quick, slow], 0.1))
    print("=>", await ask_with_fallback("news", [slow, quick], 0.1))
    print("=>", await ask_with_fallback("history", [slow, dead], 0.1))


asyncio.run(main())
