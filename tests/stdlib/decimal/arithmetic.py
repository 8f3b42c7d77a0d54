# Operators and methods of arithmetic: exact digits, exponents, signs, infinities and NaNs.
from decimal import *
D = Decimal

print(D('1.10') + D('2.2'), D('1.10') - D('1.1'), D('1.20') * D('3.0'), D(1) / 3, D('7.5') // 2, D('-7.5') % 2, divmod(D('-7.5'), 2))
print(1 + D('0.5'), 10 - D('0.5'), 3 * D('1.1'), 1 / D(8), 7 // D(2), 7 % D('2.5'), divmod(20, D(3)), 2 ** D(10), D(2) ** -3)
print(-D('0'), +D('-0'), abs(D('-3.50')), D('1e30') + D('1e-30'), D(10) / D('2.50'), D('100') / 4, D('1e2') * D('1e-5'))
print(sum([D('0.1')] * 10), max(D(1), D('1.5')), sorted([D('2'), D('-1'), D('1.5')]), D('1.0') == 1)

values = [D(t) for t in ('0', '-0', '1', '-2.5', '1e3', '3.00', 'inf', '-inf', 'nan', '-nan7', 'snan3', '7e-30')]
with localcontext(prec=5, traps=[]) as ctx:
    for a in values:
        row = []
        for b in values:
            for op in ('add', 'subtract', 'multiply', 'divide', 'divide_int', 'remainder', 'remainder_near', 'power', 'compare'):
                row.append(str(getattr(ctx, op)(a, b)))
        print(a, ' '.join(row))
    print(ctx)
    print([str(x) for x in ctx.divmod(7, 0)], [str(x) for x in ctx.divmod(D('inf'), 2)], [str(x) for x in ctx.divmod(-7, 2)])

a, b = D('12.345'), D('-0.0067')
for name in ('compare', 'compare_signal', 'compare_total', 'compare_total_mag', 'copy_sign', 'max', 'max_mag', 'min', 'min_mag',
             'next_toward', 'remainder_near', 'same_quantum'):
    print(name, getattr(a, name)(b), getattr(b, name)(a), getattr(getcontext(), name)(a, b), end='; ')
print()
for name in ('canonical', 'conjugate', 'copy_abs', 'copy_negate', 'exp', 'is_canonical', 'is_finite', 'is_infinite', 'is_nan',
             'is_normal', 'is_qnan', 'is_signed', 'is_snan', 'is_subnormal', 'is_zero', 'ln', 'log10', 'logb', 'next_minus',
             'next_plus', 'normalize', 'number_class', 'radix', 'sqrt', 'to_integral', 'to_integral_exact', 'to_integral_value'):
    print(name, getattr(a, name)(), end='; ')
print()
print(a.fma(2, 3), a.fma(b, '1' and D(1)), D('1234500').normalize(), D('0e7').normalize(), a.scaleb(3), a.real, a.imag)
print(D('1101').logical_and(D('1011')), D('1101').logical_or(11), D('1101').logical_xor(D(1)), Context(prec=6).logical_invert(D('101')))
print(D('123456').shift(2), D('123456').shift(-2), Context(prec=6).rotate(D('123456'), 2), Context(prec=6).rotate(D('123456'), -1))
print(D('1.41421').quantize(D('.01')), D('2.5').quantize(D(1)), D('2.5').quantize(1, ROUND_UP), D('7').quantize(D('0.00')))
print(pow(D(3), 20, 7), pow(3, D(20), 7), Context().power(3, 20, 7), Context().power(a=2, b=5), pow(D(-3), 3, 5))
print(round(D('2.675'), 2), round(D('2.5')), round(D('-3.5')), round(D('1234'), -2), D('-1.5').__floor__(), D('-1.5').__ceil__(), int(D('-1.9')))
for call in (lambda: D(1) / 0, lambda: D(0) / 0, lambda: D(1) // 0, lambda: D(1) % 0, lambda: divmod(D(1), 0), lambda: D('inf') - D('inf'),
             lambda: D(-1).sqrt(), lambda: D(-1).ln(), lambda: D(0) ** 0, lambda: D(-2) ** D('.5'), lambda: D('9e999999') * 10,
             lambda: D('1e28') // D('0.1'), lambda: D(1).quantize(D('1e-40')), lambda: D('snan') + 1, lambda: D('nan') < 1,
             lambda: D('snan') == 1, lambda: D(0).logb(), lambda: D(12).logical_invert(), lambda: pow(D(2), -1, 5),
             lambda: D(1).max('x'), lambda: D(1).fma(2, 1.5), lambda: D(1).quantize(1, 'x'), lambda: D(1).exp(5), lambda: round(D(1), 'x')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
