"""Contexts. Invariant: what follows from precision and limits (_limit, _high) is set anew whenever one of them changes;
flags and traps are bits, and the mappings that a script sees are views of them."""

from _collections_abc import MutableMapping

from ._arith import add, divide, divide_int, multiply, remainder, subtract
from ._format import text_of
from ._signals import (DIVIDED, INVALID, MAX_EMAX, MAX_PREC, MIN_EMIN, MODES, OVERFLOW, ROUND_HALF_EVEN,
                       ROUND_HALF_UP, SHOWN, SIGNALS, CLAMPED, UNDERFLOW, IEEE_CONTEXT_MAX_BITS, raise_trapped)

try:
    from contextvars import ContextVar
except ModuleNotFoundError:
    class ContextVar:
        """One value for the whole machine."""

        def __init__(self, name):
            self.name = name
            self.value = None

        def get(self, default=None):
            return default if self.value is None else self.value

        def set(self, value):
            self.value = value

BAD_MODE = ('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n'
            '   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]')
BAD_SIGNAL = ('valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n'
              '   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]')
BIGGEST_TABLED = 5000

current = ContextVar('decimal_context')
# The numbers come after the contexts; they put here how values become numbers.
convert = needed = made = made_from_float = None


def bit_of(signal):
    """The bit of a signal's class."""
    try:
        return SIGNALS[signal]
    except (KeyError, TypeError):
        raise KeyError(BAD_SIGNAL) from None


def bits_of(given, listed):
    """The bits of a mapping with all signals, or (where allowed) of a list of those that are set."""
    if isinstance(given, SignalDict):
        return getattr(given._context, given._field)
    if isinstance(given, dict):
        if len(given) != len(SIGNALS) or any(kind not in given for kind in SIGNALS):
            raise KeyError('invalid signal dict')
        return sum(bit for kind, bit in SIGNALS.items() if given[kind])
    if not listed or not isinstance(given, list):
        raise TypeError('argument must be a signal dict')
    bits = 0
    for kind in given:
        bits |= bit_of(kind)
    return bits


def whole(value, low, high, message):
    """An int within limits."""
    if not isinstance(value, int):
        raise TypeError('an integer is required')
    if not -0x8000000000000000 <= value <= 0x7fffffffffffffff:
        raise OverflowError('Python int too large to convert to C ssize_t')
    if not low <= value <= high:
        raise ValueError(message)
    return int(value)


def mode_of(value):
    """A rounding mode."""
    if not isinstance(value, str) or value not in MODES:
        raise TypeError(BAD_MODE)
    return value


class SignalDict(MutableMapping):
    """A context's flags or traps by signal."""
    __module__ = 'abc'
    __slots__ = ('_context', '_field')
    __hash__ = None

    def __init__(self, context=None, field=None):
        self._context, self._field = context, field

    def __getitem__(self, signal):
        return bool(getattr(self._context, self._field) & bit_of(signal))

    def __setitem__(self, signal, value):
        bit, bits = bit_of(signal), getattr(self._context, self._field)
        setattr(self._context, self._field, bits | bit if value else bits & ~bit)

    def __delitem__(self, signal):
        raise ValueError('signal keys cannot be deleted')

    def __iter__(self):
        return iter(tuple(SIGNALS))

    def __len__(self):
        return len(SIGNALS)

    def __repr__(self):
        return '{' + ', '.join(f'{kind}:{self[kind]}' for kind in SIGNALS) + '}'

    def __eq__(self, other):
        if not isinstance(other, (SignalDict, dict)):
            return NotImplemented
        if isinstance(other, dict) and (len(other) != len(SIGNALS) or any(kind not in other for kind in SIGNALS)):
            return False
        return all(self[kind] == bool(other[kind]) for kind in SIGNALS)

    def copy(self):
        """A plain dict of the same values."""
        return {kind: self[kind] for kind in SIGNALS}


def number_field(slot, low, high, message):
    """A property of a context that holds an int."""
    def get(self):
        return getattr(self, slot)

    def put(self, value):
        setattr(self, slot, whole(value, low, high, message))
        self._settle()

    def remove(self):
        raise AttributeError('context attributes cannot be deleted')

    return property(get, put, remove)


def bits_field(slot, view):
    """A property of a context that holds signals."""
    def get(self):
        if getattr(self, view) is None:
            setattr(self, view, SignalDict(self, slot))
        return getattr(self, view)

    def put(self, value):
        setattr(self, slot, bits_of(value, False))

    def remove(self):
        raise AttributeError('context attributes cannot be deleted')

    return property(get, put, remove)


class Context:
    """The precision, the rounding, the limits and the signals of arithmetic."""
    __module__ = 'decimal'
    __slots__ = ('_prec', '_rounding', '_emin', '_emax', '_capitals', '_clamp', '_status', '_trapped',
                 '_limit', '_high', '_flag_view', '_trap_view')
    LIMITS = {'prec': (1, MAX_PREC, 'valid range for prec is [1, MAX_PREC]'),
              'Emin': (MIN_EMIN, 0, 'valid range for Emin is [MIN_EMIN, 0]'),
              'Emax': (0, MAX_EMAX, 'valid range for Emax is [0, MAX_EMAX]'),
              'capitals': (0, 1, 'valid values for capitals are 0 or 1'),
              'clamp': (0, 1, 'valid values for clamp are 0 or 1')}

    prec = number_field('_prec', *LIMITS['prec'])
    Emin = number_field('_emin', *LIMITS['Emin'])
    Emax = number_field('_emax', *LIMITS['Emax'])
    capitals = number_field('_capitals', *LIMITS['capitals'])
    clamp = number_field('_clamp', *LIMITS['clamp'])
    flags = bits_field('_status', '_flag_view')
    traps = bits_field('_trapped', '_trap_view')
    del LIMITS

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):
        self._take(DefaultContext)
        self._status = 0
        if prec is not None:
            self.prec = prec
        if rounding is not None:
            self._rounding = mode_of(rounding)
        if Emin is not None:
            self.Emin = Emin
        if Emax is not None:
            self.Emax = Emax
        if capitals is not None:
            self.capitals = capitals
        if clamp is not None:
            self.clamp = clamp
        if traps is not None:
            self._trapped = bits_of(traps, True)
        if flags is not None:
            self._status = bits_of(flags, True)

    def _take(self, other):
        self._prec, self._rounding, self._emin, self._emax = other._prec, other._rounding, other._emin, other._emax
        self._capitals, self._clamp, self._status, self._trapped = (other._capitals, other._clamp, other._status,
                                                                    other._trapped)
        self._limit, self._high = other._limit, other._high
        self._flag_view = self._trap_view = None

    def _settle(self):
        self._limit = 10 ** min(self._prec, BIGGEST_TABLED)
        # Up to this exponent a coefficient within the precision neither overflows nor is clamped.
        self._high = self._emax - self._prec + 1

    def _note(self, bits):
        """Set flags, and raise what is trapped."""
        self._status |= bits
        if bits & self._trapped:
            raise_trapped(bits & self._trapped)

    @property
    def rounding(self):
        """How a number is rounded."""
        return self._rounding

    @rounding.setter
    def rounding(self, value):
        self._rounding = mode_of(value)

    @rounding.deleter
    def rounding(self):
        raise AttributeError('context attributes cannot be deleted')

    def __repr__(self):
        flags, traps = (', '.join(dict.fromkeys(name for bit, name in SHOWN if bits & bit))
                        for bits in (self._status, self._trapped))
        return (f'Context(prec={self._prec}, rounding={self._rounding}, Emin={self._emin}, Emax={self._emax}, '
                f'capitals={self._capitals}, clamp={self._clamp}, flags=[{flags}], traps=[{traps}])')

    def __reduce__(self):
        flags, traps = ([kind for kind, bit in SIGNALS.items() if bits & bit] for bits in (self._status, self._trapped))
        values = self._prec, self._rounding, self._emin, self._emax, self._capitals, self._clamp
        return type(self), (*values, flags, traps)

    def copy(self):
        """Another context with the same values."""
        other = Context.__new__(Context)
        other._take(self)
        return other

    __copy__ = copy

    def clear_flags(self):
        """Unset all flags."""
        self._status = 0

    def clear_traps(self):
        """Unset all traps."""
        self._trapped = 0

    def Etiny(self):
        """The exponent of the smallest subnormal number."""
        return self._emin - self._prec + 1

    def Etop(self):
        """The largest exponent of a coefficient as long as the precision."""
        return self._emax - self._prec + 1

    def radix(self):
        """Ten."""
        return convert(10)

    def abs(self, x, /):
        """The size of a number in this context."""
        return convert(x)._size(self)

    def add(self, x, y, /):
        """The sum."""
        return convert(x)._with(add, convert(y), self)

    def _apply(self, x, /):
        """The number rounded as a literal would be."""
        return convert(x)._fitted(self)

    def compare(self, x, y, /):
        """The order of two numbers as a number."""
        return convert(x).compare(convert(y), context=self)

    def compare_signal(self, x, y, /):
        """The same, where every NaN signals."""
        return convert(x).compare_signal(convert(y), context=self)

    def compare_total(self, x, y, /):
        """The order of two representations."""
        return convert(x).compare_total(convert(y), context=self)

    def compare_total_mag(self, x, y, /):
        """The order of two representations without their signs."""
        return convert(x).compare_total_mag(convert(y), context=self)

    def copy_abs(self, x, /):
        """The number without its sign."""
        return convert(x).copy_abs()

    def copy_decimal(self, x, /):
        """The number itself."""
        return convert(x)

    def copy_negate(self, x, /):
        """The number with the other sign."""
        return convert(x).copy_negate()

    def copy_sign(self, x, y, /):
        """The first number with the sign of the second."""
        return convert(x).copy_sign(convert(y), context=self)

    def divide(self, x, y, /):
        """The quotient."""
        return convert(x)._with(divide, convert(y), self)

    def divide_int(self, x, y, /):
        """The whole part of the quotient."""
        return convert(x)._with(divide_int, convert(y), self)

    def divmod(self, x, y, /):
        """The whole quotient and the remainder."""
        return convert(x)._divmod(convert(y), self)

    def exp(self, x, /):
        """e raised to a number."""
        return convert(x).exp(context=self)

    def fma(self, x, y, z, /):
        """The product of two numbers plus a third, rounded once."""
        return convert(x).fma(convert(y), convert(z), self)

    def is_finite(self, x, /):
        """Whether a number is finite."""
        return convert(x).is_finite()

    def is_infinite(self, x, /):
        """Whether a number is an infinity."""
        return convert(x).is_infinite()

    def is_nan(self, x, /):
        """Whether a number is a NaN."""
        return convert(x).is_nan()

    def is_normal(self, x, /):
        """Whether a number is normal."""
        return convert(x).is_normal(context=self)

    def is_qnan(self, x, /):
        """Whether a number is a quiet NaN."""
        return convert(x).is_qnan()

    def is_signed(self, x, /):
        """Whether a number has the sign minus."""
        return convert(x).is_signed()

    def is_snan(self, x, /):
        """Whether a number is a signaling NaN."""
        return convert(x).is_snan()

    def is_subnormal(self, x, /):
        """Whether a number is subnormal."""
        return convert(x).is_subnormal(context=self)

    def is_zero(self, x, /):
        """Whether a number is zero."""
        return convert(x).is_zero()

    def ln(self, x, /):
        """The natural logarithm."""
        return convert(x).ln(context=self)

    def log10(self, x, /):
        """The logarithm to base ten."""
        return convert(x).log10(context=self)

    def logb(self, x, /):
        """The exponent of the first digit."""
        return convert(x).logb(context=self)

    def logical_and(self, x, y, /):
        """The digits of two logical numbers joined by and."""
        return convert(x).logical_and(convert(y), context=self)

    def logical_invert(self, x, /):
        """Each digit of a logical number inverted."""
        return convert(x).logical_invert(context=self)

    def logical_or(self, x, y, /):
        """The digits of two logical numbers joined by or."""
        return convert(x).logical_or(convert(y), context=self)

    def logical_xor(self, x, y, /):
        """The digits of two logical numbers joined by exclusive or."""
        return convert(x).logical_xor(convert(y), context=self)

    def max(self, x, y, /):
        """The larger number."""
        return convert(x).max(convert(y), context=self)

    def max_mag(self, x, y, /):
        """The number of larger size."""
        return convert(x).max_mag(convert(y), context=self)

    def min(self, x, y, /):
        """The smaller number."""
        return convert(x).min(convert(y), context=self)

    def min_mag(self, x, y, /):
        """The number of smaller size."""
        return convert(x).min_mag(convert(y), context=self)

    def minus(self, x, /):
        """The number with the other sign in this context."""
        return convert(x)._minus(self)

    def multiply(self, x, y, /):
        """The product."""
        return convert(x)._with(multiply, convert(y), self)

    def next_minus(self, x, /):
        """The next smaller number."""
        return convert(x).next_minus(context=self)

    def next_plus(self, x, /):
        """The next larger number."""
        return convert(x).next_plus(context=self)

    def next_toward(self, x, y, /):
        """The number next to the first in the direction of the second."""
        return convert(x).next_toward(convert(y), context=self)

    def normalize(self, x, /):
        """The number without zeros at its end."""
        return convert(x).normalize(context=self)

    def number_class(self, x, /):
        """The name of the class of a number."""
        return convert(x).number_class(context=self)

    def plus(self, x, /):
        """The number in this context."""
        return convert(x)._plus(self)

    def quantize(self, x, y, /):
        """The first number with the exponent of the second."""
        return convert(x).quantize(convert(y), context=self)

    def remainder(self, x, y, /):
        """What the whole part of the quotient leaves."""
        return convert(x)._with(remainder, convert(y), self)

    def remainder_near(self, x, y, /):
        """What the nearest whole quotient leaves."""
        return convert(x).remainder_near(convert(y), context=self)

    def rotate(self, x, y, /):
        """The digits of the first number rotated."""
        return convert(x).rotate(convert(y), context=self)

    def same_quantum(self, x, y, /):
        """Whether two numbers have the same exponent."""
        return convert(x).same_quantum(convert(y))

    def scaleb(self, x, y, /):
        """The first number with the second added to its exponent."""
        return convert(x).scaleb(convert(y), context=self)

    def shift(self, x, y, /):
        """The digits of the first number shifted."""
        return convert(x).shift(convert(y), context=self)

    def sqrt(self, x, /):
        """The square root."""
        return convert(x).sqrt(context=self)

    def subtract(self, x, y, /):
        """The difference."""
        return convert(x)._with(subtract, convert(y), self)

    def to_eng_string(self, x, /):
        """A number as text in engineering notation."""
        return convert(x).to_eng_string(context=self)

    def to_integral(self, x, /):
        """The same as to_integral_value."""
        return convert(x).to_integral_value(context=self)

    def to_integral_exact(self, x, /):
        """The nearest whole number, with its signals."""
        return convert(x).to_integral_exact(context=self)

    def to_integral_value(self, x, /):
        """The nearest whole number, without signals for rounding."""
        return convert(x).to_integral_value(context=self)

    def to_sci_string(self, x, /):
        """A number as text in scientific notation."""
        return text_of(convert(x), self._capitals)

    def power(self, a, b, modulo=None):
        """The first number raised to the second, modulo a third."""
        return convert(a)._power(convert(b), None if modulo is None else convert(modulo), self)

    def canonical(self, x, /):
        """The number itself."""
        return needed(x)

    def is_canonical(self, x, /):
        """Whether a number is in canonical form; all are."""
        return needed(x) is x

    def create_decimal(self, num='0', /):
        """A number made from any value and rounded to this context."""
        return made(num, self)

    def create_decimal_from_float(self, f, /):
        """A number made from a float or an int and rounded to this context."""
        return made_from_float(f, self)


def basic(prec, rounding, traps):
    """One of the module's own contexts."""
    ctx = Context.__new__(Context)
    ctx._prec, ctx._rounding, ctx._emin, ctx._emax, ctx._capitals, ctx._clamp = prec, rounding, -999999, 999999, 1, 0
    ctx._status, ctx._trapped = 0, traps
    ctx._flag_view = ctx._trap_view = None
    ctx._settle()
    return ctx


DefaultContext = basic(28, ROUND_HALF_EVEN, INVALID | DIVIDED | OVERFLOW)
BasicContext = basic(9, ROUND_HALF_UP, INVALID | DIVIDED | OVERFLOW | UNDERFLOW | CLAMPED)
ExtendedContext = basic(9, ROUND_HALF_EVEN, 0)


def getcontext():
    """The current context."""
    ctx = current.get(None)
    if ctx is None:
        ctx = DefaultContext.copy()
        ctx._status = 0
        current.set(ctx)
    return ctx


def setcontext(context, /):
    """Make a context the current one; one of the module's own is copied."""
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    if context is DefaultContext or context is BasicContext or context is ExtendedContext:
        context = context.copy()
        context._status = 0
    current.set(context)


def chosen(context):
    """The context that was given, or the current one."""
    if context is None:
        return getcontext()
    if not isinstance(context, Context):
        raise TypeError('optional argument must be a context')
    return context


class ContextManager:
    """Makes a copy of a context current for a while."""
    __module__ = 'decimal'
    __slots__ = ('_inner', '_outer')

    def __enter__(self):
        setcontext(self._inner)
        return self._inner

    def __exit__(self, *exception):
        setcontext(self._outer)


def localcontext(ctx=None, **kwargs):
    """A context manager with a copy of a context, changed by keywords."""
    inner = chosen(ctx).copy()
    for name, value in kwargs.items():
        if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        if value is None:
            continue
        if name == 'flags':
            inner._status = bits_of(value, True)
        elif name == 'traps':
            inner._trapped = bits_of(value, True)
        else:
            setattr(inner, name, value)
    manager = ContextManager()
    manager._inner, manager._outer = inner, getcontext()
    return manager


def IEEEContext(bits, /):
    """The context of an IEEE interchange format of so many bits."""
    if not isinstance(bits, int):
        raise TypeError('an integer is required')
    if not 0 < bits <= IEEE_CONTEXT_MAX_BITS or bits % 32:
        raise ValueError('argument must be a multiple of 32, with a maximum of %d' % IEEE_CONTEXT_MAX_BITS)
    emax = 3 * 2 ** (bits // 16 + 3)
    ctx = basic(9 * (bits // 32) - 2, ROUND_HALF_EVEN, 0)
    ctx._emax, ctx._emin, ctx._clamp = emax, 1 - emax, 1
    ctx._settle()
    return ctx


for function in (getcontext, setcontext, localcontext, IEEEContext):
    function.__module__ = '_decimal'
