# Format specifications.
from decimal import *
D = Decimal
specs = ['', '.2f', 'f', 'e', 'E', 'g', 'G', '.3g', '.0f', '.0e', 'n', '%', '.1%', ',', '_', ',.2f', '08', '+', ' ', '>12', '*^14', '=+12',
         '<8', '010,.1f', 'z.1f', '.2', ',.3e', '#.0f', '.6_f', '.6,f', '0=10', '+09.2%', '020_.4_f', '12.3e', '-', '5', '.,f']
for text in ('0', '-0.001', '1.25', '-1234567.891', '1E+10', '1E-10', 'nan', '-inf', 'snan12', '0E+5', '0.00', '99.995'):
    print(text, [format(D(text), spec) for spec in specs])
for spec in ('x', '.f', 's', 'ff', '.-1f', '_,', '10.', '=010', ',n', '.3z', 'd'):
    try:
        print(format(D(1), spec))
    except ValueError as error:
        print(spec, error)
print(f'{D("3.14159"):.3f} {D("0.256"):>8.1%} {D(1234567):,}', '{:+.2e}'.format(D('123.456')), '%s %r' % (D('1.0'), D('1.0')))
for mode in (ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_FLOOR):
    with localcontext(rounding=mode, prec=3):
        print(format(D('-1.25'), '.1f'), format(D('12345.678'), '.2f'), format(D('1.15'), '.2g'))
with localcontext(capitals=0):
    print(D('1e50'), repr(D('1e-50')), format(D('1e50'), ''), format(D('1e50'), 'E'), D('1e50').to_eng_string(), D('snan1'))
for e in range(-12, 8):
    print(D((0, (1, 2, 3), e)), D((0, (1, 2, 3), e)).to_eng_string(), D((0, (0,), e)).to_eng_string(), D((1, (0,), e)))
