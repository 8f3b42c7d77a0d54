"""Signals, their bits, and the limits. Invariant: INVALID covers the finer conditions, and whoever asks for the signal
asks for any of its bits."""

MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997
IEEE_CONTEXT_MAX_BITS = 512

ROUND_UP = 'ROUND_UP'
ROUND_DOWN = 'ROUND_DOWN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_05UP = 'ROUND_05UP'
MODES = frozenset((ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
                   ROUND_05UP))

CLAMPED, DIVIDED, INEXACT, FLOATED, OVERFLOW, ROUNDED, SUBNORMAL, UNDERFLOW = 1, 2, 4, 8, 16, 32, 64, 128
PLAIN, SYNTAX, IMPOSSIBLE, UNDEFINED, BADCONTEXT = 256, 512, 1024, 2048, 4096
INVALID = PLAIN | SYNTAX | IMPOSSIBLE | UNDEFINED | BADCONTEXT
OVERFLOWN = OVERFLOW | INEXACT | ROUNDED


class DecimalException(ArithmeticError):
    """The root of all signals."""
    __module__ = 'decimal'


class Clamped(DecimalException):
    """The exponent was changed to fit the context."""
    __module__ = 'decimal'


class InvalidOperation(DecimalException):
    """The operation has no meaning for its operands."""
    __module__ = 'decimal'


class ConversionSyntax(InvalidOperation):
    """The text is no number."""
    __module__ = 'decimal'


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A finite number was divided by zero."""
    __module__ = 'decimal'


class DivisionImpossible(InvalidOperation):
    """The integer quotient has more digits than the precision."""
    __module__ = 'decimal'


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Zero was divided by zero."""
    __module__ = 'decimal'


class Inexact(DecimalException):
    """Digits other than zero were lost."""
    __module__ = 'decimal'


class InvalidContext(InvalidOperation):
    """The context does not allow the operation."""
    __module__ = 'decimal'


class Rounded(DecimalException):
    """Digits were dropped, zeros or not."""
    __module__ = 'decimal'


class Subnormal(DecimalException):
    """The result was below the smallest normal number before it was rounded."""
    __module__ = 'decimal'


class Overflow(Inexact, Rounded):
    """The exponent is too large for the context."""
    __module__ = 'decimal'


class Underflow(Inexact, Rounded, Subnormal):
    """A result that was rounded is too small for the context."""
    __module__ = 'decimal'


class FloatOperation(DecimalException, TypeError):
    """Floats and decimals were mixed."""
    __module__ = 'decimal'


# In the order in which a trapped signal is chosen, and in which they are iterated over.
SIGNALS = {InvalidOperation: INVALID, FloatOperation: FLOATED, DivisionByZero: DIVIDED, Overflow: OVERFLOW,
           Underflow: UNDERFLOW, Subnormal: SUBNORMAL, Inexact: INEXACT, Rounded: ROUNDED, Clamped: CLAMPED}
FINER = {InvalidOperation: PLAIN, ConversionSyntax: SYNTAX, DivisionImpossible: IMPOSSIBLE,
         DivisionUndefined: UNDEFINED, InvalidContext: BADCONTEXT}
# In the order in which a context shows them; an operation without meaning stands where its finer bit stands.
SHOWN = ((CLAMPED, 'Clamped'), (SYNTAX, 'InvalidOperation'), (DIVIDED, 'DivisionByZero'),
         (IMPOSSIBLE | UNDEFINED, 'InvalidOperation'), (INEXACT, 'Inexact'), (BADCONTEXT | PLAIN, 'InvalidOperation'),
         (FLOATED, 'FloatOperation'), (OVERFLOW, 'Overflow'), (ROUNDED, 'Rounded'), (SUBNORMAL, 'Subnormal'),
         (UNDERFLOW, 'Underflow'))


def raise_trapped(bits):
    """Raise the first signal of the trapped bits, with all conditions as its argument."""
    conditions = [kind for kind, bit in FINER.items() if bits & bit]
    first = None
    for kind, bit in SIGNALS.items():
        if bits & bit:
            first = first or kind
            if kind is not InvalidOperation:
                conditions.append(kind)
    raise first(conditions)
