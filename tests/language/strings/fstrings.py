# f-strings: nesting, formats, conversions, quotes and lines inside the braces (PEP 701).
name, width, value = "Ada", 10, 3.14159
print(f"{name} {name!r} {name!s} {name!a} {{literal}} {'nested'}")
print(f"{name:>{width}}|{name:<{width}}|{name:^{width}}|{value:{width}.{2}f}|{value:+.1e}")
print(f"{value=} {name = } {1 + 2=:>5} {name=!s} {value=:.2f}")
print(f"{f"{f"{1 + 1}"}"} {'a' + "b"} {"\n".join(["x", "y"])}")
print(f"{
    value  # a comment
    :.3f}" f" and {'joined'}" " plain")
print(f"""{name}
{width}""")
print(f"{(lambda x: x * 2)(21)} {[n for n in range(3)]} { {1: 2}[1] } {'yes' if width else 'no'} {width:05d} {width:#x}")
print(rf"\d{name}\n", fr"{value:.1f}\t", F"{width}")
print(f"{'é':*^5}{'日':>3}", f"{True}", f"{None}", f"{1,2}", f"{name[0]}{name.upper()}", f"{3 != 4}")


class Money:
    def __format__(self, spec):
        return f"<{spec}>"


print(f"{Money():any {'thing'} goes}", f"{Money()}", f"{Money()!r:.5}"[:5])
print(f"{width!r:>5}|{'%'}|{value:%}|{1234567:,}|{1234567.891:_.2f}")
for make in (lambda: f"{name:d}", lambda: f"{width:Q}", lambda: f"{value:s}"):
    try:
        print(make())
    except ValueError as error:
        print(error)
