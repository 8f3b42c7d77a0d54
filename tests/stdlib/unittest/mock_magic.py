# Special methods of mocks.
from unittest.mock import ANY, MagicMock, Mock, NonCallableMagicMock, PropertyMock, call


def says(label, function):
    try:
        print(label, function())
    except Exception as error:
        print(label, type(error).__name__, error)


m = MagicMock()
print(int(m), float(m), complex(m), bool(m), len(m), list(m), 3 in m, hash(m) == hash(m), m == m, m != m, m == 3,
    m != 3)
print(str(m).startswith("<MagicMock id="), m.__sizeof__() > 0, range(5)[m])
says("less", lambda: m < 3)
says("greater", lambda: m >= m)
for label, action in [("add", lambda: m + 1), ("radd", lambda: 1 + m), ("item", lambda: m["k"]), ("neg", lambda: -m),
                      ("divmod", lambda: divmod(m, 2)), ("round", lambda: round(m)), ("next", lambda: next(m))]:
    print(label, type(action()).__name__)
m["k"] = 5
del m["k"]
m += 1
print(type(m).__name__)
m = MagicMock()
m.__str__.return_value = "text"
m.__len__.return_value = 3
m.__getitem__.side_effect = lambda key: key * 2
m.__iter__.return_value = ["a", "b"]
m.__contains__.return_value = True
m.__lt__.return_value = "less"
m.__eq__.return_value = "equal"
m.__bool__.return_value = False
print(str(m), len(m), m[4], list(m), list(m), 9 in m, m < 1, m == 1, bool(m))
print(m.mock_calls)
m.__getitem__.assert_called_once_with(4)
with m as entered:
    print(entered is m.__enter__.return_value)
m.__exit__.assert_called_once_with(None, None, None)
says("error passes", lambda: m.__enter__.return_value and None)
try:
    with MagicMock():
        raise KeyError("inside")
except KeyError as error:
    print("passes", error)
print("== set on a plain mock")
plain = Mock()
says("no length", lambda: len(plain))
plain.__len__ = lambda self: 7
plain.__getitem__ = Mock(return_value="item")
plain.__enter__ = Mock(return_value="in")
plain.__exit__ = Mock(return_value=True)
print(len(plain), plain[0], plain.__getitem__.call_args)
with plain as value:
    print(value)
    raise ValueError("swallowed")
print(plain.__exit__.call_count, Mock() == ANY)
del plain.__len__
says("deleted", lambda: len(plain))
print("== with a spec")
m = MagicMock(spec=["__len__", "x"])
print(len(m), type(m.x).__name__)
says("no item", lambda: m[0])
says("no iter", lambda: iter(m))
m = MagicMock(spec=int)
print(int(m), type(m + 1).__name__)
says("no length", lambda: len(m))


class Own(MagicMock):
    def _get_child_mock(self, **kwargs):
        return Mock(**kwargs)


print(type(Own().x).__name__, type(Own()()).__name__, type(Own()).__name__, len(Own()))


class Child(MagicMock):
    extra = "extra"

    def method(self):
        return "real", self.x.called


print(type(Child().y).__name__, Child().y.extra, Child().method())
print("== properties")


class Target:
    pass


Target.value = prop = PropertyMock(return_value=3)
t = Target()
print(t.value)
t.value = 5
print(prop.mock_calls, t.value)
m = Mock()
type(m).prop = PropertyMock(side_effect=[1, 2])
print(m.prop, m.prop, type(NonCallableMagicMock().x).__name__)
manager = MagicMock()
manager.__enter__.return_value.read.return_value = "data"
with manager("path") as handle:
    print(type(handle.read(9)).__name__)
print(manager.mock_calls == [call("path"), call().__enter__(), call().__enter__().read(9), call().__exit__(None,
    None, None)],
      manager.mock_calls)
