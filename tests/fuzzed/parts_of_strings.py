def f(v, w=3):
    return f"{v}{w!r:>{w}}{f'{v}{w}'}" + f"{[g for g in v]}"


print(f([1]), f"{f}" f"{f!a}")
