# Numbers from texts, ints, floats, tuples and other numbers, and back.
import decimal
from decimal import Decimal as D, DecimalTuple, Context, localcontext, getcontext


def show(*args, **kwargs):
    try:
        print(args, repr(D(*args, **kwargs)))
    except Exception as error:
        print(args, type(error).__name__, error)


for text in ('1', '-1.50', '+.5', '5.', '1e5', '1E-7', '1.5e+10', ' 12 \n', '1_000.5', '\u0661\u0662', '0e-10', '-0', '-0.00',
             'inf', '-Infinity', 'NaN', 'nan0012', '-sNaN5', '1e999999999999', '0.0000001', '0.000001', '123456789012345678901234567890'):
    show(text)
for text in ('', '.', 'x', '1e', 'e5', '--1', '1 2', 'infx', 'nanx', '1e9999999999999999999', '1\x00', '1.2.3'):
    show(text)
for value in (0, -7, True, 10**30, 0.1, -0.0, 1e22, 2.5, float('inf'), float('nan'), D('1.10')):
    show(value)
for value in ((0, (1, 2, 3), -2), [1, [1, 0], 3], (0, (), 'F'), (1, (), 'n'), (0, (0, 7), 'N'), (0, (), 0), (1, (0, 0), 5)):
    show(value)
for value in ((2, (1,), 0), (0, (10,), 0), (0, ('1',), 0), (0, (1,), 'x'), (0, (1,), 1.5), (0, 5, 0), (0, (1,)), ()):
    show(value)
for value in (None, 1j, b'1', {}, object):
    try:
        print(D(value))
    except TypeError as error:
        print(error)
try:
    D('1', 5)
except TypeError as error:
    print(error)
print(D(), D(value='2'), D('x', Context(traps=[])), getcontext().flags[decimal.InvalidOperation])

print(D.from_float(0.5), D.from_float(3), D.from_float(float('-inf')), D.from_number(2), D.from_number(1.25), D.from_number(D('3')))
for call in (D.from_float, D.from_number):
    try:
        call('1')
    except TypeError as error:
        print(error)
for c in (Context(prec=3), Context(prec=3, rounding='ROUND_UP'), Context(prec=2, Emax=3, traps=[])):
    for value in ('12345', 12345, 1.2345, D('-9.999'), '1e-5', ' 1', '1_0', 'nan12345'):
        try:
            print(c.prec, value, c.create_decimal(value), end='; ')
        except decimal.InvalidOperation as error:
            print(c.prec, value, error, end='; ')
    print(c.create_decimal_from_float(0.1), c)

for text in ('1.50', '-0.00', '12e5', 'inf', '-nan', 'snan12', '0'):
    x = D(text)
    print(x.as_tuple(), x.adjusted(), str(x), x.to_eng_string(), bool(x), x.is_signed(), D(x.as_tuple()).compare_total(x))
print(D('1.50').as_tuple().digits, DecimalTuple(0, (1,), 2) == (0, (1,), 2), DecimalTuple._fields, DecimalTuple.__module__)
for text in ('3.14', '-0.5', '1e3', '0', '-12.50'):
    print(D(text).as_integer_ratio(), int(D(text)), float(D(text)), complex(D(text)), hash(D(text)) == hash(float(text)), end='; ')
print()
for text in ('inf', '-inf', 'nan', 'snan'):
    for call in (int, float, D.as_integer_ratio, round, hash):
        try:
            print(text, call(D(text)) if text != 'nan' or call is not hash else 'any')
        except (ValueError, OverflowError, TypeError) as error:
            print(text, type(error).__name__, error)


class Money(D):
    def __str__(self):
        return '$' + super().__str__()


m = Money('2.50')
print(m, repr(m), type(m + 1).__name__, type(Money.from_float(0.5)).__name__, type(Money(m)).__name__, type(D(m)).__name__, m.real is m)
print(D(10**5000).adjusted(), len(str(D('9' * 6000) + 1)), D('1' + '0' * 5000) == 10**5000)
