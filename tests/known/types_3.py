# types.MappingProxyType: hashing, the operators' order, |=, the missing argument.
Proxy = type(vars(int))
view = Proxy({"a": 1})


def update():
    x = view
    x |= {"b": 2}
    return x


class Hashable(dict):
    def __hash__(self):
        return 7


for call in (lambda: hash(view), lambda: hash(Proxy(Hashable())), update, lambda: Proxy(), lambda: {"z": 0} | view,
             lambda: Proxy({"z": 0}) | view, lambda: type("P", (Proxy,), {})):
    try:
        print(call())
    except TypeError as error:
        print(error)
