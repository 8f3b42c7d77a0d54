# Deep copies of weak dictionaries: the weak side is kept as it is, the other side is copied.
import weakref


class C:
    pass


key, value = C(), C()
for kind, pair in (weakref.WeakKeyDictionary, (key, [value])), (weakref.WeakValueDictionary, ("k", value)):
    table = kind()
    table[pair[0]] = pair[1]
    other = table.__deepcopy__({id(value): value, id(pair[1]): "copied"})
    print(type(other).__name__, list(other.values()) == [pair[1]], len(other), hasattr(kind, "__copy__"))
