# patch() in all its forms.
import asyncio
import sys
import unittest
from unittest.mock import DEFAULT, AsyncMock, MagicMock, Mock, NonCallableMagicMock, patch, sentinel

SETTINGS = {"a": 1, "b": 2}


class Target:
    attribute = "original"

    def method(self):
        return "original"


def function():
    return "original"


async def coroutine_function():
    return "original"


def says(label, action):
    try:
        print(label, repr(action()).partition(" id=")[0])
    except Exception as error:
        print(label, type(error).__name__, str(error).partition(" from '")[0])


NAME = __name__


@patch(f"{NAME}.function", return_value="patched")
def decorated(extra, mock):
    return extra, function(), mock.call_count, mock is function


print(decorated("extra"), function(), decorated.__name__, decorated.__wrapped__ is not None, len(decorated.patchings))


@patch(f"{NAME}.function")
@patch.object(Target, "attribute", "replaced")
@patch.object(Target, "method")
def several(first, second):
    print(Target.attribute, Target.method is first, function is second, first._mock_name, second._mock_name)


several()
print(Target.attribute, Target().method(), function())
with patch.object(Target, "attribute", 5) as value, patch(f"{NAME}.function", new=lambda: "lambda"):
    print(Target.attribute, value, function())
with patch(f"{NAME}.function", side_effect=ValueError("effect"), **{"x.y": 3}) as mock:
    says("effect", function)
    print(mock.x.y)
with patch(f"{NAME}.function", new_callable=lambda: sentinel.made) as made:
    print(made, function)
with patch(f"{NAME}.Target", spec=True) as mock:
    says("spec", lambda: Target().method())
    says("no attribute", lambda: Target.other)
    print(type(mock).__name__, type(mock.return_value).__name__)
with patch(f"{NAME}.SETTINGS", spec_set=True) as mock:
    print(type(mock).__name__, isinstance(SETTINGS, dict))
with patch(f"{NAME}.coroutine_function") as mock:
    print(type(mock).__name__)
print("== failures")
says("no attribute", lambda: patch.object(Target, "other").start())
says("no target", lambda: patch("name"))
says("no module", lambda: patch("absent_module.name").start())
says("text", lambda: patch.object("Target", "x"))
says("new and callable", lambda: patch(f"{NAME}.function", 3, new_callable=Mock))
says("arguments without mock", lambda: patch(f"{NAME}.function", 3, a=1).start())
says("spec and create", lambda: patch(f"{NAME}.absent", spec=True, create=True).start())
says("spec and autospec", lambda: patch(f"{NAME}.function", spec=True, autospec=True).start())
says("misspelt", lambda: patch(f"{NAME}.function", autospect=True))
says("nothing", lambda: patch.multiple(Target))
with patch(f"{NAME}.absent", 3, create=True):
    print(absent)
says("gone", lambda: absent)
with patch(f"{NAME}.print", create=True) as hidden:
    print("not shown")
print(hidden.call_args)
try:
    with patch.object(Target, "attribute", 1):
        raise KeyError("inside")
except KeyError as error:
    print(error, Target.attribute)
print("== multiple")
with patch.multiple(Target, attribute=DEFAULT, method="m") as made:
    print(sorted(made), Target.method, Target.attribute is made["attribute"])


@patch.multiple(f"{NAME}.Target", attribute=DEFAULT, method=DEFAULT)
def with_names(attribute, method):
    print(attribute is Target.attribute, method is Target.method)


with_names()
print("== dict")
with patch.dict(SETTINGS, {"b": 3}, c=4) as changed:
    print(SETTINGS, changed is SETTINGS)
    SETTINGS["d"] = 5
print(SETTINGS)
with patch.dict(f"{NAME}.SETTINGS", clear=True):
    print(SETTINGS)


@patch.dict(SETTINGS, [("a", 9)])
def in_dict():
    return SETTINGS["a"]


print(in_dict(), SETTINGS)
with patch.dict("sys.modules", {"made_up": Mock(value=7)}):
    import made_up
    print(made_up.value)
print("made_up" in sys.modules)
print("== start and stop")
patcher = patch(f"{NAME}.function")
mock = patcher.start()
says("twice", patcher.start)
print(function is mock, patcher.stop(), function(), patcher.stop())
patch.object(Target, "attribute", 1).start()
patch.dict(SETTINGS, x=1).start()
print(Target.attribute, "x" in SETTINGS)
patch.stopall()
print(Target.attribute, "x" in SETTINGS)
print("== classes and coroutines")


@patch.object(Target, "attribute", "in tests")
@patch(f"{NAME}.function")
class Tests(unittest.TestCase):
    def setUp(self):
        print("setUp", Target.attribute)
        started = patch.object(Target, "method", return_value="started")
        self.method = started.start()
        self.addCleanup(started.stop)

    def test_one(self, mock):
        print("test", Target.attribute, function is mock, Target.method())

    def helper(self):
        return Target.attribute


Tests("test_one").debug()
print(Tests("test_one").helper(), Target().method())


@patch(f"{NAME}.function", return_value="in coroutine")
async def waits(mock):
    await asyncio.sleep(0)
    return function()


@patch.dict(SETTINGS, a="in coroutine")
async def reads():
    return SETTINGS["a"]


print(asyncio.run(waits()), asyncio.run(reads()), function())
