# Roots, exponentials, logarithms and powers are correctly rounded at every precision.
from decimal import *
D = Decimal
for prec in (1, 5, 28, 60):
    with localcontext(prec=prec):
        for text in ('2', '10', '0.5', '3.7', '1e-8', '123.456', '0.9999999', '1.0000001', '1e5'):
            x = D(text)
            print(prec, text, x.sqrt(), x.exp(), x.ln(), x.log10(), x ** D('1.5'), x ** D('-0.3'))
print(D(4).sqrt(), D('0.0625').sqrt(), D('1e-7').sqrt(), D(0).sqrt(), D('-0').sqrt(), D('inf').sqrt(), D('1.44').sqrt())
print(D(0).exp(), D('-inf').exp(), D('inf').exp(), D(1).ln(), D(0).ln(), D('inf').ln(), D(1000).log10(), D('0.001').log10())
print(D(2) ** 100, D('1.1') ** 20, D(3) ** -4, D(-2) ** 3, D(-2) ** 4, D(10) ** 30, D('1.000') ** 5, D(4) ** D('0.5'))
print(D('inf') ** 2, D('-inf') ** 3, D('inf') ** -1, D(0) ** 2, D('-0') ** -3, D(2) ** D('inf'), D('0.5') ** D('inf'), D(1) ** D('inf'))
with localcontext(traps=[]) as ctx:
    for text in ('1e7', '-1e7', '1e20', '-1e20', '1e-40', '-1e-40'):
        ctx.clear_flags()
        print(text, D(text).exp(), [s.__name__ for s in ctx.flags if ctx.flags[s]])
    for a, b in (('9', '1e6'), ('2', '-4000000'), ('0.1', '1e6'), ('-3', '1e30'), ('1.0000001', '1e9'), ('7', '0.5'), ('0', '0'), ('-1', '0.5')):
        ctx.clear_flags()
        print(a, b, D(a) ** D(b), [s.__name__ for s in ctx.flags if ctx.flags[s]])
with localcontext(prec=400):
    print(D(2).sqrt(), D(1).exp(), D(2).ln(), sep='\n')


def pi():
    """Machin's series, as far as the context's digits go."""
    getcontext().prec += 2
    lasts, t, s, n, na, d, da = 0, D(3), 3, 1, 0, 0, 24
    while s != lasts:
        lasts = s
        n, na = n + na, na + 8
        d, da = d + da, da + 32
        t = t * n / d
        s += t
    getcontext().prec -= 2
    return +s


print(pi())
