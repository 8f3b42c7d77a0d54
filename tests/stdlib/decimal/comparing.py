# Comparison and hashing with ints, floats, fractions and complex numbers; copies; registration; a small ledger.
import copy
import numbers
from decimal import *
from fractions import Fraction
D = Decimal

others = [1, 0, -3, True, 0.5, 1.0, 1e300, float('inf'), float('-inf'), 1 + 0j, 0.5 + 1j, Fraction(1, 2), Fraction(-3, 1), Fraction(1, 3), 'x', None]
for text in ('1', '0.5', '-3.0', 'inf', '-0', '0.3333', '1e300'):
    x = D(text)
    row = []
    for other in others:
        row.append((x == other, x != other, other == x))
        if not isinstance(other, (str, complex, type(None))):
            row.append((x < other, x <= other, x > other, x >= other, other < x))
    print(text, row)
print([D('nan') == v for v in others], D('nan') != D('nan'), D('inf') == D('inf'), D('0') == D('-0'), D('0e5') == D('0e-9'))
print([hash(D(v)) == hash(v) for v in (0, 1, -1, 10**25, 0.5, -0.125, 1e22, float('inf'))], hash(D('1.50')) == hash(D('1.5')) == hash(Fraction(3, 2)))
print(len({D('1.0'), 1, 1.0, D('1.00')}), {D('0.5'): 'half'}[0.5], D('1.0').compare_total(D('1.00')), D(2) in [1, 2.0])
print(D('1.5') + 2, D(1).__add__(1.5), D(1).__eq__('x'), D(1).__lt__(1j), D(1).__pow__('x'), D(1).__rsub__(None), Fraction(D('0.75')))
print(isinstance(D(1), numbers.Number), isinstance(D(1), numbers.Real), copy.copy(D(1)) == 1, copy.deepcopy([D('1.5')]), D('1.5').__reduce__())
print([D(t).number_class() for t in ('inf', '-inf', 'nan', 'snan', '0', '-0', '5', '-5', '1e-1000000', '-1e-1000000')])
print(D('1e-1000000').is_subnormal(), D('1e-1000000').is_normal(), D('1').is_normal(Context()), D('1.0').same_quantum(D('2.5')))
print(max([D('3'), D('10'), D('7.5')]), sorted([D('2'), 1, 1.5, Fraction(7, 4)]), min(D('nan').min(D(3)), 4))


class Ledger:
    """Amounts in cents, rounded as a bank rounds."""
    cent = D('0.01')

    def __init__(self):
        self.rows = []

    def add(self, what, net, rate):
        net = D(net)
        tax = (net * D(rate) / 100).quantize(self.cent, rounding=ROUND_HALF_UP)
        self.rows.append((what, net, tax, net + tax))

    def total(self):
        return tuple(sum(column, D(0)) for column in list(zip(*self.rows))[1:])

    def split(self, people):
        whole = self.total()[2]
        share = (whole / people).quantize(self.cent, rounding=ROUND_DOWN)
        return [share + self.cent if k < (whole - share * people) / self.cent else share for k in range(people)]


book = Ledger()
book.add('tea', '3.95', '7')
book.add('lamp', '129.99', '19')
book.add('paper', '0.05', '19')
for what, net, tax, gross in book.rows:
    print(f'{what:<8}{net:>10}{tax:>8}{gross:>10,.2f}')
print(book.total(), book.split(3), sum(book.split(7)) == book.total()[2])
