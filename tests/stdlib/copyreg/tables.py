# The table of reducers and the numbers of globals.
import copyreg
from copyreg import add_extension, clear_extension_cache, constructor, dispatch_table, pickle, remove_extension


def attempt(call, *args):
    try:
        print(call(*args))
    except Exception as error:
        print(type(error).__name__, error)


print(copyreg.__all__, sorted(kind.__name__ for kind in dispatch_table), type(dispatch_table).__name__)
print(dispatch_table[complex](1 + 2j), copyreg.pickle_complex(0j))


class Thing:
    pass


def reduce_thing(thing):
    return Thing, ()


print(pickle(Thing, reduce_thing), dispatch_table[Thing] is reduce_thing)
pickle(Thing, len, reduce_thing)
print(dispatch_table[Thing])
attempt(pickle, Thing, 5)
attempt(pickle, Thing)
attempt(pickle, Thing, reduce_thing, 5)
print(dispatch_table.pop(Thing) is reduce_thing)
print(pickle(ob_type="any key", pickle_function=len, constructor_ob=None), dispatch_table.pop("any key"))
attempt(constructor, len)
attempt(constructor, Thing)
attempt(constructor, "text")

# Numbers for globals.
print(add_extension("module", "name", 100), add_extension("module", "name", 100))
print(copyreg._extension_registry, copyreg._inverted_registry, copyreg._extension_cache)
for args in (("module", "name", 101), ("module", "other", 100), ("m", "n", 0), ("m", "n", -1), ("m", "n", 2**31),
             ("m", "n", "x"), ("m", "n", None)):
    attempt(add_extension, *args)
add_extension("module", "last", 2**31 - 1)
add_extension("module", "text", "7")
print(sorted(copyreg._inverted_registry.items()))
copyreg._extension_cache[100] = Thing
copyreg._extension_cache[7] = Thing
for args in (("module", "name", 101), ("module", "unknown", 100), ("module", "name", 7)):
    attempt(remove_extension, *args)
remove_extension("module", "name", 100)
print(copyreg._extension_registry, sorted(copyreg._extension_cache))
clear_extension_cache()
print(copyreg._extension_cache)
remove_extension("module", "last", 2**31 - 1)
remove_extension("module", "text", 7)
print(copyreg._extension_registry, copyreg._inverted_registry)
