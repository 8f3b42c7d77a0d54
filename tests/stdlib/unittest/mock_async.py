# Mocks of coroutine functions.
import asyncio
from unittest import IsolatedAsyncioTestCase, TestResult
from unittest.mock import AsyncMock, DEFAULT, MagicMock, Mock, call


async def says(label, function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
        if asyncio.iscoroutine(result):
            result = await result
    except Exception as error:
        print(f"{label}: {type(error).__name__}: {error}")
    else:
        print(f"{label}: {repr(result).partition(' id=')[0]}")


class Service:
    async def fetch(self, url):
        pass

    def plain(self):
        pass


async def real(x):
    return x * 2


async def main():
    m = AsyncMock(return_value=4, name="m")
    await says("not awaited", m.assert_awaited)
    await says("not awaited", m.assert_awaited_once)
    await says("not awaited", m.assert_awaited_with, 1)
    await says("not awaited", m.assert_any_await, 1)
    await says("not awaited", m.assert_has_awaits, [call(1)])
    print(await m(1, a=2), m.await_count, m.await_args, m.await_args_list, m.call_count)
    coroutine = m(5)
    print(m.call_count, m.await_count)
    await coroutine
    for name, args in [("assert_awaited", ()), ("assert_awaited_once", ()), ("assert_awaited_with", (5,)),
        ("assert_awaited_with", (6,)),
                       ("assert_any_await", (5,)), ("assert_any_await", (7,)), ("assert_not_awaited", ()),
                       ("assert_has_awaits", ([call(1, a=2), call(5)],)), ("assert_has_awaits", ([call(5), call(1)],)),
                       ("assert_awaited_once_with", (5,)), ("assert_called_with", (5,))]:
        await says(f"{name}{args}", getattr(m, name), *args)
    await says("any order", m.assert_has_awaits, [call(5), call(1, a=2)], any_order=True)
    await says("any order", m.assert_has_awaits, [call(5), call(9)], any_order=True)
    m.reset_mock()
    print(m.await_count, m.await_args, m.await_args_list, m.called)
    print("== effects")
    m = AsyncMock(side_effect=[1, ValueError("two"), DEFAULT], return_value="default")
    for number in range(4):
        await says(number, m)
    await says("function", AsyncMock(side_effect=lambda x: x + 1), 1)
    await says("coroutine function", AsyncMock(side_effect=real), 4)
    await says("exception", AsyncMock(side_effect=OSError("os")))
    await says("wraps", AsyncMock(wraps=real), 5)
    print("== kinds")
    print(type(AsyncMock().attribute).__name__, type(MagicMock().x).__name__, type(await AsyncMock()()).__name__)
    spec = Mock(Service)
    print(type(spec.fetch).__name__, type(spec.plain).__name__)
    spec.fetch.return_value = "page"
    print(await spec.fetch("url"), spec.fetch.await_args, spec.mock_calls)
    print(type(AsyncMock(Service).plain).__name__, type(AsyncMock(Service).fetch).__name__)
    print(asyncio.iscoroutine(c := AsyncMock()()), type(Mock(real)).__name__)
    await c
    print("== special methods")
    m = MagicMock()
    async with m as entered:
        print(type(entered).__name__)
    m.__aenter__.assert_awaited_once_with()
    m.__aexit__.return_value = True
    async with m:
        raise ValueError("swallowed")
    m.__aiter__.return_value = [1, 2, 3]
    print([item async for item in m], [item async for item in m])
    m.__aenter__.return_value = "value"
    async with m as entered:
        print(entered)


class Tests(IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.service = Mock(Service)
        self.service.fetch = AsyncMock(side_effect=["one", TimeoutError("slow")])

    async def test_fetch(self):
        self.assertEqual(await self.service.fetch("u"), "one")
        with self.assertRaises(TimeoutError):
            await self.service.fetch("v")
        self.service.fetch.assert_has_awaits([call("u"), call("v")])

    async def test_wrong(self):
        await self.service.fetch("u")
        self.service.fetch.assert_awaited_once_with("w")


import warnings
warnings.simplefilter("ignore", DeprecationWarning)
asyncio.run(main())
result = TestResult()
for name in "test_fetch", "test_wrong":
    Tests(name).run(result)
print(result, *(text.partition("AssertionError: ")[2] for test, text in result.failures))
