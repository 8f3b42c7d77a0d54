# Asynchronous tests in an event loop of their own.
import asyncio
import unittest


class Manager:
    async def __aenter__(self):
        await asyncio.sleep(0)
        return "entered"

    async def __aexit__(self, kind, error, tb):
        print("left", kind)


class Tests(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.loop = asyncio.get_event_loop()
        print("setUp")

    async def asyncSetUp(self):
        print("asyncSetUp", asyncio.get_running_loop() is self.loop)

    async def asyncTearDown(self):
        print("asyncTearDown")

    def tearDown(self):
        print("tearDown")

    async def later(self, word, number=0):
        await asyncio.sleep(0)
        print("later", word, number)

    async def test_awaits(self):
        self.addAsyncCleanup(self.later, "cleanup", number=1)
        self.addCleanup(print, "plain cleanup")
        print(await asyncio.sleep(0, "slept"), await self.enterAsyncContext(Manager()))
        try:
            await self.enterAsyncContext(3)
        except TypeError as error:
            print(error)

    def test_plain(self):
        print("plain")

    async def test_fails(self):
        self.assertEqual(await asyncio.gather(asyncio.sleep(0, 1), asyncio.sleep(0, 2)), [1, 3])

    async def test_group(self):
        async with asyncio.TaskGroup() as group:
            group.create_task(self.later("a"))
            group.create_task(self.later("b"))
        with self.assertRaises(TimeoutError):
            async with asyncio.timeout(0):
                await asyncio.sleep(1)

    async def test_subtests(self):
        for number in range(3):
            with self.subTest(number=number):
                self.assertNotEqual(await asyncio.sleep(0, number), 1)

    @unittest.skip("no need")
    async def test_skipped(self):
        pass

    @unittest.expectedFailure
    async def test_expected(self):
        self.fail()

    async def test_cancelled(self):
        raise asyncio.CancelledError("out")

    async def test_task_left(self):
        async def long():
            try:
                await asyncio.sleep(100)
            finally:
                print("task cancelled")
        self.task = asyncio.create_task(long())
        await asyncio.sleep(0)

    async def test_same_loop(self):
        print(asyncio.get_running_loop() is self.loop, self.loop.get_debug())


class WrongFixture(unittest.IsolatedAsyncioTestCase):
    def asyncSetUp(self):
        pass

    async def test(self):
        print("never here")


class Failing(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.addAsyncCleanup(asyncio.sleep, 0)
        raise ValueError("set-up")

    async def test(self):
        print("never here")


result = unittest.TestResult()
for case in Tests, WrongFixture, Failing:
    for test in unittest.defaultTestLoader.loadTestsFromTestCase(case):
        print("==", test._testMethodName)
        test.run(result)
for name in "failures", "errors":
    for test, text in getattr(result, name):
        print(name, test, text.splitlines()[-1].partition(" object")[0][:60])
print(result, len(result.skipped), len(result.expectedFailures))
try:
    Failing("test").debug()
except ValueError as error:
    print("debug raises", error)
