# Calls: what they look like, what they equal; sentinels, ANY, DEFAULT.
from unittest.mock import ANY, DEFAULT, Mock, call, sentinel


def show(*texts):
    for text in texts:
        try:
            print(text, "->", repr(eval(text)))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


show("call", "call.foo", "call.foo.bar", "call()", "call(1)", "call(1).foo", "call(1).foo(2)", "call.foo(1).bar",
     "call.foo(1)(2)", "call.foo().bar()", "call.index(1)", "call.count", "call.foo(1, b=2)", "call.__str__()",
     "call.call", "call.callme(1)")
show("call(1).args", "call(1, a=2).kwargs", "call.foo(1, b=2).args", "call(1)[0]", "call(1)[1]", "len(call(1))",
     "tuple(call(1, a=2))", "tuple(call.foo(1))", "isinstance(call, tuple)", "hash(call(1))")
show("call.foo(1).bar(2).call_list()", "call(1)(2).call_list()", "call.foo.bar(3).call_list()", "call.call_list()")
show("call(1) == call(1)", "call(1) == (1,)", "call(1) == ((1,),)", "call(1) == ((1,), {})", "call() == ()",
     "call() == ((),)", "call() == ({},)", "call() == ('',)", "call.foo == ('foo',)", "call.foo(1) == ('foo', (1,))",
     "call.foo(a=1) == ('foo', {'a': 1})", "call.foo(1) == call(1)", "call(1) == call.foo(1)",
     "call.foo(1) == call.bar(1)", "call(ANY) == call(3)", "call(3) == call(ANY)", "call(1) == 3", "call(1) == None",
     "call(1) != call(1)", "call(1) != call(2)", "call(1) == (1, 2, 3, 4)", "call(1) == ('a', 3)",
     "call(a=1) == ({'a': 1},)", "call.foo(1).bar() == call.foo(2).bar()", "call.foo().bar == call.foo().bar")
m = Mock()
m(1, x=2)
m.a.b(3)
m.a.b().c([4])
show("m.call_args", "m.call_args.args", "m.call_args.kwargs", "m.call_args == call(1, x=2)",
    "m.call_args == ((1,), {'x': 2})",
     "m.mock_calls", "m.method_calls", "m.call_args_list", "m.a.mock_calls", "m.a.b.call_args_list",
     "[call.a.b(3), call.a.b()] in m.mock_calls", "[call.a.b(), call.a.b(3)] in m.mock_calls",
     "m.mock_calls == [call(1, x=2), call.a.b(3), call.a.b(), call.a.b().c([4])]",
     "call.a.b().c([4]).call_list() == m.mock_calls[2:]")
args, kwargs = m.call_args
print(args, kwargs)
name, args, kwargs = m.mock_calls[1]
print(name, args, kwargs)
show("sentinel.thing", "sentinel.thing is sentinel.thing", "sentinel.thing.name", "sentinel.a == sentinel.b", "DEFAULT",
     "DEFAULT is sentinel.DEFAULT", "ANY", "ANY == 3", "3 == ANY", "ANY != 3", "[1, ANY] == [1, 2]", "hash(ANY)")
many = Mock()
for number in range(30):
    many(number, text="some text")
print(many.mock_calls)
