"""The loop's class, under the name that it has in CPython, and what it needs rarely."""

from asyncio import BaseEventLoop, gather


async def _shutdown_asyncgens(loop, generators):
    """Closes asynchronous generators that were left open."""
    results = await gather(*[generator.aclose() for generator in generators], return_exceptions=True)
    for result, generator in zip(results, generators):
        if isinstance(result, Exception):
            loop.call_exception_handler(
                {
                    "message": f"an error occurred during closing of asynchronous generator {generator!r}",
                    "exception": result,
                    "asyncgen": generator,
                }
            )
