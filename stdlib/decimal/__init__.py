"""Decimal arithmetic with digits that are exact, and contexts that say how results are rounded. Invariant: all public
classes say that they are of this module."""

from collections import namedtuple as _namedtuple

from ._context import (BasicContext, Context, DefaultContext, ExtendedContext, IEEEContext, getcontext, localcontext,
                       setcontext)
from ._number import Decimal
from ._signals import (IEEE_CONTEXT_MAX_BITS, MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, ROUND_05UP, ROUND_CEILING,
                       ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Clamped,
                       ConversionSyntax, DecimalException, DivisionByZero, DivisionImpossible, DivisionUndefined,
                       FloatOperation, Inexact, InvalidContext, InvalidOperation, Overflow, Rounded, Subnormal,
                       Underflow)

__version__ = '1.70'
HAVE_THREADS = True
HAVE_CONTEXTVAR = True

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')


def _register():
    import numbers
    numbers.Number.register(Decimal)


_register()
