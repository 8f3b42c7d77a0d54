# Every name of the module is the type of a live object.
import sys
import types


class Plain:
    __slots__ = ("slot",)

    def method(self):
        pass


def generator():
    yield


async def coroutine():
    pass


async def async_generator():
    yield


def closure(value):
    return lambda: value


def failure():
    try:
        raise ValueError("x")
    except ValueError as error:
        return error.__traceback__


waiting = coroutine()
samples = [
    ("FunctionType", generator), ("LambdaType", lambda: 0), ("GeneratorType", generator()),
    ("CoroutineType", waiting), ("AsyncGeneratorType", async_generator()), ("CodeType", generator.__code__),
    ("CellType", closure(1).__closure__[0]), ("MethodType", Plain().method), ("BuiltinFunctionType", len),
    ("BuiltinMethodType", [].append), ("WrapperDescriptorType", object.__init__),
    ("MethodWrapperType", object().__str__), ("NotImplementedType", NotImplemented),
    ("MethodDescriptorType", str.join), ("ClassMethodDescriptorType", dict.__dict__["fromkeys"]),
    ("ModuleType", sys), ("NoneType", None), ("EllipsisType", ...), ("TracebackType", failure()),
    ("FrameType", failure().tb_frame), ("GetSetDescriptorType", types.FunctionType.__code__),
    ("MemberDescriptorType", Plain.slot), ("MappingProxyType", vars(Plain)), ("GenericAlias", list[int]),
    ("UnionType", int | None), ("SimpleNamespace", sys.implementation),
]
waiting.close()
for name, sample in samples:
    kind = getattr(types, name)
    print(name, kind, type(sample) is kind, isinstance(kind, type))

print(types.FunctionType is types.LambdaType, types.BuiltinFunctionType is types.BuiltinMethodType)
print(isinstance(Plain.method, types.MethodType), isinstance(len, types.FunctionType))
print(sorted(set(types.__all__) - {"CapsuleType"} - {name for name, _ in samples}))
print([name for name in types.__all__ if name != "CapsuleType" and not hasattr(types, name)])

# What these types make when they are called.
module = types.ModuleType("made", "a module made by hand")
module.value = 5
print(module.__name__, module.__doc__, vars(module)["value"], module.__spec__)
print(types.MethodType(len, [1, 2, 3])(), types.MethodType(divmod, 17)(5))
print(types.CellType(5).cell_contents, types.NoneType(), types.EllipsisType(), types.NotImplementedType())
print(types.GenericAlias(list, (int,)), types.GenericAlias(dict, (str, int)).__args__)
for call in (lambda: types.ModuleType("x").missing, lambda: types.NoneType(1), lambda: types.CodeType()):
    try:
        print(call())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__)
