# Steps of asynchronous generators that nobody awaits are told of; those that were closed or begun are not.
import asyncio
import warnings


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


async def main():
    numbers().aclose()
    numbers().asend(None)
    numbers().athrow(ValueError)
    numbers().__anext__()
    generator = numbers()
    print(await generator.asend(None))
    for make in (generator.aclose, lambda: generator.athrow(ValueError), generator.__anext__, lambda: generator.asend(5)):
        step = make()
        del step
        step = make()
        step.close()
        del step
    async for number in numbers():
        print(number)
    await generator.aclose()
    step = generator.aclose()
    del step
    step = generator.asend(None)
    try:
        await step
    except StopAsyncIteration:
        print("at its end")
    del step
    print("end")


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    asyncio.run(main())
for warning in caught:
    print(warning.category.__name__, warning.message)
