# The format specifications of fractions.
from fractions import Fraction as F

samples = [F(22, 7), F(-1, 3), F(5), F(0), F(1, 10 ** 9), F(-123456789, 10), F(999999, 100), F(5, 1000)]
specs = ["", "10", "<10", "^11", "*>10", "=+10", "+", " ", "#", "#12", ",", "_", "x^9_",
         "f", ".0f", ".3f", "#.0f", "+.2f", "010.2f", "012,.1f", ",.2f", "_.1f", "z.2f", "z.0f", "*^15.3f", "=10.1f", "0=10.1f", ".10F", ".5,f", ".7_f", ".,f",
         "e", ".0e", ".3E", "+.2e", "015.1e", "#.0e", "g", ".3g", ".0g", "#.4g", ".10G", "#g", ",g", "%", ".0%", ".2%", "<12.1%", "012.1%"]
for spec in specs:
    print(repr(spec), *[format(value, spec) for value in samples], sep=" | ")
for bad in ("d", "x", "s", "n", "1.5", "010", ".f", "+-", "zf5", "<010f", "f ", "..2f", "#0", ",_", "z", "5z.2f", "*"):
    try:
        print(repr(bad), format(F(1, 2), bad))
    except ValueError as error:
        print(error)
# Halves are rounded to the even digit.
print([f"{F(n, 2):.0f}" for n in range(-5, 8)], [f"{F(n, 200):.2f}" for n in (1, 3, 5, 7)], f"{F(25, 10):.0e}", f"{F(9995, 10):.3g}", f"{F(99999, 10):.3e}")
print(f"{F(2, 3):.50f}", f"{F(10) ** 50 / 3:.3f}", f"{F(1, 3) ** 60:.4e}", f"{F(10 ** 30):g}", f"{F(-1, 1000):z.2f}", f"{F(-1, 1000):.2f}")


class Money(F):
    def __str__(self):
        return f"{self:,.2f} EUR"


print(Money(123456789, 100), f"{Money(5, 2)}", f"{Money(5, 2)!s:>12}|", f"{Money(5, 2)!r}")
try:
    format(Money(1), "q")
except ValueError as error:
    print(error)
