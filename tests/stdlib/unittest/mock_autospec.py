# create_autospec(): mocks after functions, classes and objects, which check how they are called.
import asyncio
from unittest.mock import AsyncMock, MagicMock, Mock, call, create_autospec, patch, seal


def says(label, action):
    try:
        result = action()
    except Exception as error:
        print(f"{label}: {type(error).__name__}: {error}")
    else:
        print(f"{label}: {repr(result).partition(' id=')[0].partition(' at 0x')[0]}")


def function(a, b=1, *, c=2):
    """Of the function."""


async def fetch(url):
    pass


class Model:
    number = 3

    class Inner:
        def __init__(self, x):
            pass

        def deep(self, y):
            pass

    def __init__(self, size):
        self.size = size

    def method(self, first, second=None):
        pass

    @classmethod
    def make(cls, kind):
        pass

    @staticmethod
    def helper(value):
        pass

    @property
    def prop(self):
        return 1

    async def wait(self, seconds):
        pass

    def __call__(self, argument):
        pass


print("== function")
mock = create_autospec(function, return_value="result")
for label, action in [
    ("call", lambda: mock(1, 2, c=3)), ("no argument", mock), ("unknown", lambda: mock(1, d=2)), ("name",
    lambda: mock.__name__),
    ("same call", lambda: mock.assert_called_with(1, b=2, c=3)), ("other call",
    lambda: mock.assert_called_once_with(1)),
    ("count", lambda: mock.call_count), ("calls", lambda: mock.mock_calls), ("type", lambda: type(mock).__name__),
    ("any", lambda: mock.assert_any_call(a=1, b=2, c=3)), ("wrong any", lambda: mock.assert_any_call()),
    ("has", lambda: mock.assert_has_calls([call(1, 2, c=3)])), ("unknown attribute", lambda: mock.other),
]:
    says(label, action)
mock.side_effect = [1, KeyError("k")]
says("effect", lambda: mock(1))
says("effect", lambda: mock(1))
mock.side_effect = None
mock.return_value = "changed"
says("changed", lambda: mock(1))
mock.reset_mock()
print(mock.called, mock.call_count, mock.mock_calls)
print("== class")
mock = create_autospec(Model)
for label, action in [
    ("no argument", mock), ("made", lambda: mock(1)), ("made by name", lambda: mock(size=2)),
    ("assert", lambda: mock.assert_called_with(2)), ("constant", lambda: mock.number), ("class method",
    lambda: mock.make("k")),
    ("class method", lambda: mock.make()), ("static", lambda: mock.helper(1)), ("static", lambda: mock.helper(1, 2)),
    ("unbound", lambda: mock.method(1, 2)), ("no attribute", lambda: mock.other), ("instance attribute",
    lambda: mock.size),
]:
    says(label, action)
made = mock(1)
for label, action in [
    ("is a", lambda: isinstance(made, Model)), ("method", lambda: made.method(1)), ("too few", lambda: made.method()),
    ("too many", lambda: made.method(1, 2, 3)), ("by name", lambda: made.method.assert_called_once_with(first=1)),
    ("called", lambda: made("x")), ("called wrongly", lambda: made()), ("prop", lambda: made.prop), ("inner",
    lambda: made.Inner(1)),
    ("inner wrongly", lambda: made.Inner()), ("deep", lambda: made.Inner(1).deep(2)), ("deep wrongly",
    lambda: made.Inner(1).deep()),
    ("async", lambda: type(made.wait).__name__), ("no attribute", lambda: made.other),
]:
    says(label, action)
print(mock.mock_calls)


async def waits():
    print(type(await made.wait(3)).__name__, made.wait.await_args)
    made.wait.assert_awaited_once_with(seconds=3)
    mock = create_autospec(fetch, return_value="page")
    print(await mock("url"), mock.await_count, asyncio.iscoroutine(c := mock("v")), await c)
    mock.assert_has_awaits([call(url="url"), call("v")])
    says("wrongly", lambda: mock.assert_awaited_with("w"))
    try:
        await mock()
    except TypeError as error:
        print(error)


asyncio.run(waits())
print("== instance and object")
mock = create_autospec(Model, instance=True)
says("call", lambda: mock("x"))
says("method", lambda: mock.method(1, 2, 3))
mock = create_autospec(Model(7))
says("size", lambda: mock.size)
says("method", lambda: mock.method(1))
says("list", lambda: type(create_autospec([1])).__name__)
says("number", lambda: create_autospec(3))
says("set", lambda: setattr(create_autospec(Model, spec_set=True), "other", 1))
says("configured", lambda: create_autospec(Model, **{"return_value.method.return_value": 5})(1).method(2))
says("misspelt", lambda: create_autospec(Model, autospect=True))
says("async instance", lambda: create_autospec(fetch, instance=True))
says("sealed", lambda: seal(mock) or mock.method.other)
print("== patch")
with patch(f"{__name__}.function", autospec=True, return_value="patched") as mock:
    print(function(1), mock is function)
    says("wrongly", function)
with patch(f"{__name__}.Model", autospec=True) as mock:
    mock.return_value.method.return_value = "patched"
    print(Model(1).method(2), type(Model).__name__)
with patch.object(Model, "method", autospec=True) as mock:
    model = Model(1)
    model.method(5)
    mock.assert_called_once_with(model, 5)
    says("wrongly", lambda: model.method())
    print(mock.call_count)
print("== spec with signatures")
mock = Mock(spec=Model)
mock(1)
mock.assert_called_with(size=1)
mock.method(2, second=3)
mock.method.assert_called_with(2, second=3)
says("other form", lambda: mock.method.assert_called_with(2, 3))
mock = MagicMock(spec=function)
mock(1, c=5)
mock.assert_called_once_with(a=1, c=5)
