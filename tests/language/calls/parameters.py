# Every kind of parameter, and what a call binds to it.
def plain(a, b): return a, b
def defaults(a, b=2, c=3): return a, b, c
def positional_only(a, b=2, /): return a, b
def keyword_only(*, a, b=2): return a, b
def every(a, /, b, c=3, *args, d, e=5, **kwargs): return a, b, c, args, d, e, kwargs
def only_star(*args): return args
def only_kwargs(**kwargs): return kwargs
def same_name(a, /, **kwargs): return a, kwargs


print(plain(1, 2), plain(b=1, a=2), plain(1, b=2))
print(defaults(1), defaults(1, c=9), defaults(c=1, a=2), defaults(1, 5, 6))
print(positional_only(1), positional_only(1, 5), keyword_only(a=1), keyword_only(b=3, a=4))
print(every(1, 2, d=4), every(1, 2, 3, 4, 5, d=6, e=7, f=8), every(1, b=2, d=3, z=4))
print(only_star(), only_star(1, 2), only_kwargs(), only_kwargs(x=1, y=2), same_name(1, a=2))
args, options = (1, 2), {"d": 4, "x": 5}
print(every(*args, **options), every(*args, *[3, 4], d=0, **{"y": 1}), only_star(*"ab", *range(2), 9))
print(only_kwargs(**{"a b": 1}, c=2), plain(*[1], **{"b": 2}), defaults(*(), **{}, a=1))


def mutable(item, items=[]):
    items.append(item)
    return items


print(mutable(1), mutable(2), mutable(3, []), mutable(4))
n = 10
def early(x=n): return x
n = 20
print(early(), every.__defaults__, every.__kwdefaults__, every.__name__, plain.__code__.co_argcount)
