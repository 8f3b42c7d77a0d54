# Contexts, signals and traps.
import decimal
from decimal import *
D = Decimal

print(getcontext(), BasicContext, ExtendedContext, DefaultContext, sep='\n')
print(Context(5, ROUND_UP, -5, 5, 0, 1, [Inexact], [Rounded]), Context(prec=4).Etiny(), Context(Emax=9, prec=4).Etop(), Context().radix())
c = Context(prec=3)
for bad in (dict(prec=0), dict(prec='a'), dict(prec=10**20), dict(prec=1.5), dict(rounding='x'), dict(rounding=1), dict(Emin=1), dict(Emax=-1),
            dict(clamp=2), dict(capitals=2), dict(flags=[1]), dict(traps={1: 2}), dict(traps=5)):
    for what in (Context, lambda **kw: localcontext(c, **kw), lambda **kw: [setattr(c, k, v) for k, v in kw.items()]):
        try:
            what(**bad)
            print(bad, 'accepted')
        except Exception as error:
            print(type(error).__name__, error)
print(c)
for name in ('prec', 'flags', 'rounding'):
    try:
        delattr(c, name)
    except AttributeError as error:
        print(error)

print(c.divide(1, 3), c, sep='\n')
flags = c.flags
print(flags[Inexact], flags[Overflow], len(flags), [s.__name__ for s in flags], Inexact in flags, flags is c.flags)
flags[Overflow] = True
c.clear_flags()
print(c, flags.copy() == dict.fromkeys(flags, False))
for action in (lambda: flags[int], lambda: flags.__setitem__(int, 1), lambda: flags.__delitem__(Inexact), lambda: flags.pop(Inexact)):
    try:
        print(action())
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
c.traps[Inexact] = True
try:
    c.divide(1, 3)
except Inexact as error:
    print(type(error), error.args, isinstance(error, ArithmeticError))
c.clear_traps()
print(c.traps, c.divide(1, 0), c.sqrt(-1), c)
for signal in (Clamped, DivisionByZero, Inexact, Overflow, Rounded, Underflow, InvalidOperation, Subnormal, FloatOperation,
               ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext):
    print(signal.__name__, signal.__module__, [base.__name__ for base in signal.__bases__])

small = Context(prec=4, Emin=-3, Emax=3, traps=[])
for a, b in (('9999', '10'), ('0.001', '0.001'), ('0.00123', '0.01234'), ('1.2345', '1'), ('5', '2')):
    small.clear_flags()
    print(a, b, small.multiply(D(a), D(b)), [s.__name__ for s in small.flags if small.flags[s]])
small.clamp = 1
print(small.create_decimal('1e3'), small.create_decimal('0e9'), small)
for mode in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    c = Context(prec=2, rounding=mode)
    print(mode, [str(c.create_decimal(t)) for t in ('1.05', '1.15', '-1.25', '1.21', '-1.39', '1.001', '9.99')],
          Context(Emax=1, prec=2, rounding=mode, traps=[]).multiply(99, 99))

with localcontext(prec=5, rounding=ROUND_UP) as inner:
    print(D(1) / 3, inner is getcontext())
    with localcontext(ExtendedContext) as deeper:
        print(D(1) / 3, D(1) / 0, deeper)
    print(D(2) / 3)
print(D(1) / 3, getcontext().prec)
try:
    with localcontext() as inner:
        inner.prec = 2
        raise KeyError('out')
except KeyError:
    print(getcontext().prec)
for call in (lambda: setcontext(3), lambda: localcontext(3), lambda: localcontext(foo=3), lambda: IEEEContext(33), lambda: c.canonical(1)):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
setcontext(BasicContext)
print(getcontext() is BasicContext, getcontext())
mine = Context(prec=7, flags=[Rounded])
setcontext(mine)
print(getcontext() is mine, mine.copy(), mine.__reduce__())
print(IEEEContext(64), IEEEContext(decimal.IEEE_CONTEXT_MAX_BITS).prec)
getcontext().traps[FloatOperation] = True
for call in (lambda: D(0.5), lambda: D(1) < 0.5, lambda: D('0.5') == 0.5, lambda: D.from_float(0.5), lambda: mine.create_decimal(0.5)):
    try:
        print(call())
    except FloatOperation as error:
        print(type(error).__name__, error)
print(MAX_PREC, MAX_EMAX, MIN_EMIN, MIN_ETINY, HAVE_THREADS, HAVE_CONTEXTVAR, decimal.__version__)
