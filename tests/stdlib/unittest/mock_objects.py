# Mocks: attributes, results, specs, assertions, special methods.
from unittest.mock import (ANY, DEFAULT, MagicMock, Mock, NonCallableMagicMock, NonCallableMock, PropertyMock, call,
    seal,
                           sentinel)


def says(label, function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
    except Exception as error:
        print(f"{label}: {type(error).__name__}: {error}")
    else:
        text = repr(result)
        print(f"{label}: {text.partition(' id=')[0]}")


class Thing:
    size = 3

    def run(self, speed):
        """Runs."""

    @property
    def weight(self):
        raise RuntimeError("never asked")

    def __len__(self):
        return 5


print("== names")
m = Mock(name="m")
for label, mock in [("m", m), ("attribute", m.x), ("inner", m.x.y), ("result", m()), ("of result", m().z.w()),
                    ("plain", Mock()), ("spec", Mock(spec=Thing)), ("set", MagicMock(spec_set=Thing, name="n")),
                    ("object", NonCallableMock(spec=Thing())), ("magic", NonCallableMagicMock()), ("list",
                    Mock(spec=["a"]))]:
    says(label, lambda: mock)
    print("  ", type(mock).__name__, type(mock).__module__, isinstance(mock, Mock), isinstance(mock, Thing),
        mock.__class__)
print("== results")
m = Mock(return_value=3, a=1, **{"b.c": 2, "d.return_value": 4, "e.side_effect": KeyError("e")})
print(m(), m.a, m.b.c, m.d())
says("effect", m.e)
m.configure_mock(a=5, **{"b.f.return_value": 6})
print(m.a, m.b.f())
m.side_effect = [1, ValueError("two"), DEFAULT]
for label in "first", "second", "third", "fourth":
    says(label, m)
m.side_effect = lambda *args, **kwargs: DEFAULT if not args else (args, kwargs)
print(m(), m(1, b=2))
m.side_effect = None
print(m(), m.called, m.call_count)
says("class raised", Mock(side_effect=OSError))
wrapped = Mock(wraps=[3, 1, 2])
wrapped.sort()
print(wrapped.index(3), wrapped.sort.mock_calls, wrapped.index.call_args, Mock(wraps=len)("abc"))
wrapped.index.return_value = 9
print(wrapped.index(3))
says("not callable", lambda: NonCallableMock()())
print("== specs")
m = Mock(spec=Thing)
print(m.size is Thing.size, m.run("fast") is m.run.return_value, "run" in dir(m), "walk" in dir(m))
for label, action in [
    ("unknown", lambda: m.walk), ("unknown set", lambda: setattr(m, "walk", 1)), ("after", lambda: m.walk),
    ("list", lambda: Mock(spec=["a", "b"]).c), ("set", lambda: setattr(Mock(spec_set=["a"]), "b", 1)),
    ("misspelt", lambda: Mock().assert_caled), ("misspelt 2", lambda: Mock().asert_called), ("forgot",
    lambda: Mock().called_once),
    ("allowed", lambda: Mock(unsafe=True).assert_caled), ("magic", lambda: Mock().__len__), 
    ("unsupported", lambda: setattr(Mock(), "__init__", 3)), ("length", lambda: len(Mock(spec=Thing))),
]:
    says(label, action)
del m.run
says("deleted", lambda: m.run)
says("deleted twice", lambda: delattr(m, "run"))
m.mock_add_spec(["only"])
says("added", lambda: m.only)
says("gone", lambda: m.size)
print(Mock(spec=Thing).__class__, [name for name in dir(Mock(spec=["zz"])) if "assert" not in name])
print("== assertions")
m = Mock(name="m")
for label, action in [
    ("called", m.assert_called), ("once", m.assert_called_once), ("with", lambda: m.assert_called_with(1)),
    ("once with", lambda: m.assert_called_once_with(1)), ("any", lambda: m.assert_any_call(1)),
    ("calls", lambda: m.assert_has_calls([call(1)])), ("not called", m.assert_not_called),
]:
    says(label, action)
m(1, a=[2])
m.x(3)
m(4)
for label, action in [
    ("called", m.assert_called), ("once", m.assert_called_once), ("with", lambda: m.assert_called_with(4, b=1)),
    ("with", lambda: m.assert_called_with(4)), ("once with", lambda: m.assert_called_once_with(4)),
    ("any", lambda: m.assert_any_call(1, a=ANY)), ("any", lambda: m.assert_any_call(5)),
    ("calls", lambda: m.assert_has_calls([call(1, a=[2]), call.x(3)])), ("order",
    lambda: m.assert_has_calls([call(4), call(1)])),
    ("any order", lambda: m.assert_has_calls([call(4), call(1, a=[2])], any_order=True)),
    ("any order", lambda: m.assert_has_calls([call(4), call(9)], any_order=True)), ("not called", m.assert_not_called),
]:
    says(label, action)
m.reset_mock()
print(m.called, m.call_count, m.call_args, m.mock_calls, m.x.called, m.method_calls)
m.return_value = 7
m.reset_mock(return_value=True, side_effect=True)
print(m() is m.return_value)
parent = Mock()
child = Mock(return_value=None)
parent.child = child
parent.attach_mock(Mock(name="named"), "attached")
child(1)
parent.attached(2)
parent.third.fourth(3)
print(parent.mock_calls)
seal(parent)
says("sealed", lambda: parent.new)
says("sealed deep", lambda: parent.third.more)
says("sealed result", lambda: parent())
print(parent.child(2))
