"""Averages, spread, quantiles, relations of two series, density estimation and the normal distribution.

Invariant: sums are exact; a result is rounded once, when it becomes a value of the data's own type.
"""

import math
import sys
from collections import Counter, namedtuple

__all__ = [
    'NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean',
    'kde', 'kde_random', 'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low',
    'mode', 'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance',
]


class StatisticsError(ValueError):
    """Data or parameters for which a statistic is not defined."""


LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))

_SQRT2 = math.sqrt(2.0)


# Exact sums.

def _ratio(value):
    """A numerator and a denominator; for infinities and NaN the value and None."""
    try:
        return value.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return value, None
    try:
        return value.numerator, value.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(value).__name__}' to numerator/denominator") from None


def _common_type(one, two):
    """The type in which a value of each of two types can be told."""
    if one is two or two is int or two is bool or issubclass(one, two):
        return one
    if one is int or issubclass(two, one) or issubclass(one, int):
        return two
    if issubclass(two, int):
        return one
    from fractions import Fraction
    for kind, other in ((one, two), (two, one)):
        if issubclass(kind, float) and issubclass(other, Fraction):
            return kind
    raise TypeError("don't know how to coerce %s and %s" % (one.__name__, two.__name__))


def _result_type(kinds):
    found = int
    for kind in kinds:
        found = _common_type(found, kind)
    return found


def _total(parts):
    """The sum of a dict of numerators by their denominators."""
    from fractions import Fraction
    if None in parts:
        return parts[None]
    return sum([Fraction(top, bottom) for bottom, top in parts.items()], Fraction(0))


def _sum(data):
    """The type for the result, the exact sum and the number of the data."""
    kinds, parts, count = {}, {}, 0
    for value in data:
        kinds[type(value)] = count = count + 1
        top, bottom = _ratio(value)
        parts[bottom] = parts.get(bottom, 0) + top
    return _result_type(kinds), _total(parts), count


def _squares(data, center=None):
    """The type for the result, the exact sum of squared deviations, the center of the data and their number."""
    if center is not None:
        deviations = (value - center for value in data)
        kind, total, count = _sum(deviation * deviation for deviation in deviations)
        return kind, total, center, count
    kinds, parts, squares, count = {}, {}, {}, 0
    for value in data:
        kinds[type(value)] = count = count + 1
        top, bottom = _ratio(value)
        parts[bottom] = parts.get(bottom, 0) + top
        squares[bottom] = squares.get(bottom, 0) + top * top
    kind = _result_type(kinds)
    total = _total(parts)
    if not count:
        return kind, total, total, 0
    if None in parts:
        return kind, total, total, count
    of_squares = _total({bottom * bottom: top for bottom, top in squares.items()})
    return kind, (count * of_squares - total * total) / count, total / count, count


def _is_decimal(kind):
    # Nobody has a decimal without the module.
    decimal = sys.modules.get('decimal')
    return decimal is not None and issubclass(kind, decimal.Decimal)


def _as_type(value, kind):
    """An exact value as one of the data's type; an int only where it is whole."""
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        if _is_decimal(kind):
            return kind(value.numerator) / value.denominator
        raise


def _root(value, kind):
    """The correctly rounded square root of an exact value: a Decimal for decimals, else a float."""
    try:
        top, bottom = value.numerator, value.denominator
    except AttributeError:
        raise ValueError('inf or nan encountered in data') from None
    return _decimal_root(top, bottom) if _is_decimal(kind) else _float_root(top, bottom)


def _float_root(top, bottom):
    # An integer root of at least 55 bits, made odd where it is not exact, is rounded rightly by one division.
    shift = (top.bit_length() - bottom.bit_length() - 109) // 2
    if shift >= 0:
        bottom <<= 2 * shift
    else:
        top <<= -2 * shift
    root = math.isqrt(top // bottom)
    if root * root * bottom != top:
        root |= 1
    return float(root << shift) if shift >= 0 else root / (1 << -shift)


def _decimal_root(top, bottom):
    from decimal import Decimal
    from fractions import Fraction
    if not top:
        return Decimal('0.0')
    root = (Decimal(top) / Decimal(bottom)).sqrt()
    # The quotient was rounded before, so that a neighbour may be nearer.
    exact, here = Fraction(top, bottom), Fraction(root)
    above, below = root.next_plus(), root.next_minus()
    if exact > ((here + Fraction(above)) / 2) ** 2:
        return above
    if exact < ((here + Fraction(below)) / 2) ** 2:
        return below
    return root


# Averages.

def mean(data):
    """The arithmetic mean."""
    kind, total, count = _sum(data)
    if count:
        return _as_type(total / count, kind)
    raise StatisticsError('mean requires at least one data point')


def fmean(data, weights=None):
    """The arithmetic mean as a float, with weights if wanted."""
    if weights is None:
        if not hasattr(data, '__len__'):
            data = list(data)
        total = math.fsum(data)
        if not len(data):
            raise StatisticsError('fmean requires at least one data point')
        return total / len(data)
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    try:
        total = math.sumprod(data, weights)
    except ValueError:
        raise StatisticsError('data and weights must be the same length') from None
    weight = math.fsum(weights)
    if not weight:
        raise StatisticsError('sum of weights must be non-zero')
    return total / weight


def geometric_mean(data):
    """The geometric mean as a float."""
    count, zero, logarithms = 0, False, []
    for value in data:
        count += 1
        if value > 0.0 or math.isnan(value):
            logarithms.append(math.log(value))
        elif value == 0.0:
            zero = True
        else:
            raise StatisticsError('No negative inputs allowed', value)
    total = math.fsum(logarithms)
    if not count:
        raise StatisticsError('Must have a non-empty dataset')
    if math.isnan(total):
        return math.nan
    if zero:
        return math.nan if total == math.inf else 0.0
    return math.exp(total / count)


_NO_NEGATIVE = 'harmonic mean does not support negative values'


def _not_negative(values):
    for value in values:
        if value < 0:
            raise StatisticsError(_NO_NEGATIVE)
        yield value


def harmonic_mean(data, weights=None):
    """The harmonic mean, with weights if wanted."""
    if iter(data) is data:
        data = list(data)
    count = len(data)
    if count < 1:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if weights is None:
        if count == 1:
            return _harmonic_of_one(data[0])
        weights, weight = [1] * count, count
    else:
        if iter(weights) is weights:
            weights = list(weights)
        if len(weights) != count:
            raise StatisticsError('Number of weights does not match data size')
        weight = _sum(_not_negative(weights))[1]
    try:
        kind, total, _ = _sum(share / value if share else 0 for share, value in zip(weights, _not_negative(data)))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _as_type(weight / total, kind)


def _harmonic_of_one(value):
    if not isinstance(value, (int, float)):
        from numbers import Real
        if not isinstance(value, Real) and not _is_decimal(type(value)):
            raise TypeError('unsupported type')
    if value < 0:
        raise StatisticsError(_NO_NEGATIVE)
    return value


def _in_order(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data


def median(data):
    """The value in the middle, or the mean of the two there."""
    data = _in_order(data)
    middle, odd = divmod(len(data), 2)
    return data[middle] if odd else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    """The value in the middle, or the lower of the two there."""
    data = _in_order(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The value in the middle, or the higher of the two there."""
    data = _in_order(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    """The median of data which are the middles of intervals of one width."""
    from bisect import bisect_left, bisect_right
    data = _in_order(data)
    size = len(data)
    middle = data[size // 2]
    below = bisect_left(data, middle)
    same = bisect_right(data, middle, below) - below
    try:
        interval, middle = float(interval), float(middle)
    except ValueError:
        raise TypeError('Value cannot be converted to a float') from None
    return middle - interval / 2.0 + interval * (size / 2 - below) / same


def _counts(data):
    return Counter(iter(data))


def mode(data):
    """The most frequent value, the first of several."""
    counts = _counts(data)
    if not counts:
        raise StatisticsError('no mode for empty data')
    return max(counts, key=counts.__getitem__)


def multimode(data):
    """The most frequent values in the order in which they came."""
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    """The n - 1 cut points between n parts of equal probability."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size == 0:
        raise StatisticsError('must have at least one data point')
    if size == 1:
        return data * (n - 1)
    if method not in ('inclusive', 'exclusive'):
        raise ValueError(f'Unknown method: {method!r}')
    inclusive = method == 'inclusive'
    steps = size - 1 if inclusive else size + 1
    cuts = []
    for part in range(1, n):
        if inclusive:
            left = part * steps // n
        else:
            left = min(max(part * steps // n, 1), size - 1) - 1
        share = part * steps - (left if inclusive else left + 1) * n
        cuts.append((data[left] * (n - share) + data[left + 1] * share) / n)
    return cuts


# Spread.

def _mean_square(name, data, center, sample):
    """The type for the result and the mean of the squared deviations."""
    kind, total, _, count = _squares(data, center)
    if count < (2 if sample else 1):
        raise StatisticsError(f"{name} requires at least {'two data points' if sample else 'one data point'}")
    return kind, total / (count - 1 if sample else count)


def variance(data, xbar=None):
    """The variance of a sample."""
    kind, square = _mean_square('variance', data, xbar, True)
    return _as_type(square, kind)


def pvariance(data, mu=None):
    """The variance of a whole population."""
    kind, square = _mean_square('pvariance', data, mu, False)
    return _as_type(square, kind)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    kind, square = _mean_square('stdev', data, xbar, True)
    return _root(square, kind)


def pstdev(data, mu=None):
    """The standard deviation of a whole population."""
    kind, square = _mean_square('pstdev', data, mu, False)
    return _root(square, kind)


# Relations of two series.

def _check_pair(what, x, y):
    if len(x) != len(y):
        raise StatisticsError(f'{what} requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(f'{what} requires at least two data points')


def _centered(data):
    center = math.fsum(data) / len(data)
    return center, [value - center for value in data]


def covariance(x, y, /):
    """The covariance of two samples."""
    _check_pair('covariance', x, y)
    return math.sumprod(_centered(x)[1], _centered(y)[1]) / (len(x) - 1)


def _ranks(data):
    """Ranks around zero; equal values share the mean of theirs."""
    order = sorted(range(len(data)), key=data.__getitem__)
    ranks = [0.0] * len(data)
    first, start = 0, (len(data) - 1) / -2
    while first < len(order):
        end = first + 1
        while end < len(order) and data[order[end]] == data[order[first]]:
            end += 1
        for at in order[first:end]:
            ranks[at] = start + (first + end - 1) / 2
        first = end
    return ranks


def _root_of_product(x, y):
    root = math.sqrt(x * y)
    if math.isinf(root) and not math.isinf(x) and not math.isinf(y):
        return _root_of_product(x * 2.0 ** -512, y * 2.0 ** -512) / 2.0 ** -512
    if not root and x and y:
        return _root_of_product(x * 2.0 ** 537, y * 2.0 ** 537) / 2.0 ** 537
    if not root or not math.isfinite(root):
        return root
    # One step of Newton's method with the exact error of the square.
    return root + math.sumprod((x, root), (y, -root)) / (2.0 * root)


def correlation(x, y, /, *, method='linear'):
    """Pearson's coefficient of correlation, or Spearman's for the method 'ranked'."""
    _check_pair('correlation', x, y)
    if method == 'ranked':
        x, y = _ranks(x), _ranks(y)
    elif method == 'linear':
        x, y = _centered(x)[1], _centered(y)[1]
    else:
        raise ValueError(f'Unknown method: {method!r}')
    both = math.sumprod(x, y)
    try:
        return both / _root_of_product(math.sumprod(x, x), math.sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant') from None


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept of the line that fits best; a proportional one goes through the origin."""
    _check_pair('linear regression', x, y)
    if not proportional:
        x_center, x = _centered(x)
        y_center, y = _centered(y)
    both = math.sumprod(x, y) + 0.0
    try:
        slope = both / math.sumprod(x, x)
    except ZeroDivisionError:
        raise StatisticsError('x is constant') from None
    return LinearRegression(slope, 0.0 if proportional else y_center - slope * x_center)


# Density estimation. A kernel: density, distribution, inverse of the distribution, and how far it reaches.

def _newton(estimate, distribution, density):
    """The inverse of a distribution, from an estimate as close as 1e-12."""
    def inverse(p):
        t = estimate(p)
        while abs(off := distribution(t) - p) > 1e-12:
            t -= off / density(t)
        return t
    return inverse


def _quartic_estimate(p):
    sign = 1.0
    if p > 1/2:
        sign, p = -1.0, 1.0 - p
    if p < 0.0106:
        return ((2.0 * p) ** 0.3838 - 1.0) * sign
    t = (2.0 * p) ** 0.4258865685331 - 1.0
    if p < 0.499:
        t += 0.026818732 * math.sin(7.101753784 * p + 2.73230839482953)
    return t * sign


def _triweight_estimate(p):
    sign = 1.0
    if p > 1/2:
        sign, p = -1.0, 1.0 - p
    t = (2.0 * p) ** 0.3400218741872791 - 1.0
    if 0.00001 < p < 0.499:
        t -= 0.033 * math.sin(1.07 * math.tau * (p - 0.035))
    return t * sign


def _kernels():
    from math import acos, asin, atan, cos, cosh, erfc, exp, log, pi, sin, sqrt, sumprod, tan
    root_tau = sqrt(2 * pi)
    quartic = (lambda t: 15/16 * (1.0 - t * t) ** 2,
               lambda t: sumprod((3/16, -5/8, 15/16, 1/2), (t ** 5, t ** 3, t, 1.0)))
    triweight = (lambda t: 35/32 * (1.0 - t * t) ** 3,
                 lambda t: sumprod((-5/32, 21/32, -35/32, 35/32, 1/2), (t ** 7, t ** 5, t ** 3, t, 1.0)))
    kernels = {
        'normal': (lambda t: exp(-1/2 * t * t) / root_tau, lambda t: 1/2 * erfc(t / -_SQRT2),
                   lambda p: _normal_inverse(p, 0.0, 1.0), None),
        'logistic': (lambda t: 1/2 / (1.0 + cosh(t)), lambda t: 1.0 - 1.0 / (exp(t) + 1.0),
                     lambda p: log(p / (1.0 - p)), None),
        'sigmoid': (lambda t: 1 / pi / cosh(t), lambda t: 2 / pi * atan(exp(t)),
                    lambda p: log(tan(p * (pi / 2))), None),
        'rectangular': (lambda t: 1/2, lambda t: 1/2 * t + 1/2, lambda p: 2.0 * p - 1.0, 1.0),
        'triangular': (lambda t: 1.0 - abs(t), lambda t: t * t * (1/2 if t < 0.0 else -1/2) + t + 1/2,
                       lambda p: sqrt(2.0 * p) - 1.0 if p < 1/2 else 1.0 - sqrt(2.0 - 2.0 * p), 1.0),
        'parabolic': (lambda t: 3/4 * (1.0 - t * t), lambda t: sumprod((-1/4, 3/4, 1/2), (t ** 3, t, 1.0)),
                      lambda p: 2.0 * cos((acos(2.0 * p - 1.0) + pi) / 3.0), 1.0),
        'quartic': (*quartic, _newton(_quartic_estimate, quartic[1], quartic[0]), 1.0),
        'triweight': (*triweight, _newton(_triweight_estimate, triweight[1], triweight[0]), 1.0),
        'cosine': (lambda t: pi / 4 * cos(pi / 2 * t), lambda t: 1/2 * sin(pi / 2 * t) + 1/2,
                   lambda p: 2.0 * asin(2.0 * p - 1.0) / pi, 1.0),
    }
    for other, name in (('gauss', 'normal'), ('uniform', 'rectangular'), ('epanechnikov', 'parabolic'),
                        ('biweight', 'quartic')):
        kernels[other] = kernels[name]
    return kernels


def _kernel(data, h, name):
    """The kernel of a name, after a look at the data and the bandwidth."""
    if not len(data):
        raise StatisticsError('Empty data sequence')
    if not isinstance(data[0], (int, float)):
        raise TypeError('Data sequence must contain ints or floats')
    if h <= 0.0:
        raise StatisticsError(f'Bandwidth h must be positive, not h={h!r}')
    kernel = _kernels().get(name)
    if kernel is None:
        raise StatisticsError(f'Unknown kernel name: {name!r}')
    return kernel


def kde(data, h, kernel='normal', *, cumulative=False):
    """Makes a function that estimates the density, or the distribution, from which the data come."""
    density, distribution, _, reach = _kernel(data, h, kernel)
    if reach is None:
        def near(x):
            return 0, data
    else:
        from bisect import bisect_left, bisect_right
        ordered = sorted(data)

        def near(x):
            # The data may have grown; of them only those within reach count.
            nonlocal ordered
            if len(data) != len(ordered):
                ordered = sorted(data)
            first = bisect_left(ordered, x - h * reach)
            return first, ordered[first:bisect_right(ordered, x + h * reach)]

    def pdf(x):
        return sum(density((x - value) / h) for value in near(x)[1]) / (len(data) * h)

    def cdf(x):
        passed, values = near(x)
        return sum((distribution((x - value) / h) for value in values), passed) / len(data)

    made, what = (cdf, 'CDF') if cumulative else (pdf, 'PDF')
    made.__doc__ = f'{what} estimate with {h=!r} and {kernel=!r}'
    return made


def kde_random(data, h, kernel='normal', *, seed=None):
    """Makes a function that chooses at random from the density that kde() estimates."""
    inverse = _kernel(data, h, kernel)[2]
    from random import Random
    source = Random(seed)

    def rand():
        return source.choice(data) + h * inverse(source.random())

    rand.__doc__ = f'Random KDE selection with {h=!r} and {kernel=!r}'
    return rand


# The normal distribution.

# Wichura's algorithm AS 241: numerators and denominators of three rational functions, highest power first.
_CENTER = ((2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
            1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0),
           (5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
            5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0))
_SHOULDER = ((7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
              1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0,
              4.63033784615654529590e+0, 1.42343711074968357734e+0),
             (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
              1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0,
              2.05319162663775882187e+0, 1.0))
_TAIL = ((2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
          2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0,
          5.46378491116411436990e+0, 6.65790464350110377720e+0),
         (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
          7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
          5.99832206555887937690e-1, 1.0))


def _polynomial(coefficients, x):
    value = 0.0
    for coefficient in coefficients:
        value = value * x + coefficient
    return value


def _normal_inverse(p, mu, sigma):
    q = p - 0.5
    if math.fabs(q) <= 0.425:
        top, bottom = _CENTER
        r = 0.180625 - q * q
        x = _polynomial(top, r) * q / _polynomial(bottom, r)
    else:
        r = math.sqrt(-math.log(p if q <= 0.0 else 1.0 - p))
        if r <= 5.0:
            top, bottom = _SHOULDER
            r -= 1.6
        else:
            top, bottom = _TAIL
            r -= 5.0
        x = _polynomial(top, r) / _polynomial(bottom, r)
        if q < 0.0:
            x = -x
    return mu + x * sigma


class NormalDist:
    """A normal distribution, which can be shifted, scaled and added to another."""

    __slots__ = {'_mu': 'The mean.', '_sigma': 'The standard deviation.'}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        """Makes the distribution from which samples seem to come."""
        _, total, center, count = _squares(data)
        if count < 2:
            raise StatisticsError('stdev requires at least two data points')
        center = float(center)
        try:
            square = total / (count - 1)
            return cls(center, _float_root(square.numerator, square.denominator))
        except AttributeError:
            # With an infinity or NaN nothing is known of the spread.
            return cls(center, center / float(total))

    def samples(self, n, *, seed=None):
        """Chooses n values at random."""
        import random
        source = random.random if seed is None else random.Random(seed).random
        return [_normal_inverse(source(), self._mu, self._sigma) for _ in range(n)]

    def _need_sigma(self, name):
        if not self._sigma * self._sigma:
            raise StatisticsError(f'{name}() not defined when sigma is zero')

    def pdf(self, x):
        """The density at x."""
        self._need_sigma('pdf')
        square, off = self._sigma * self._sigma, x - self._mu
        return math.exp(off * off / (-2.0 * square)) / math.sqrt(math.tau * square)

    def cdf(self, x):
        """The probability of values up to x."""
        if not self._sigma:
            self._need_sigma('cdf')
        return 0.5 * math.erfc((self._mu - x) / (self._sigma * _SQRT2))

    def inv_cdf(self, p):
        """The value up to which the probability is p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        return _normal_inverse(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """The n - 1 cut points between n parts of equal probability."""
        return [self.inv_cdf(part / n) for part in range(1, n)]

    def overlap(self, other):
        """How much, from 0.0 to 1.0, two distributions have in common."""
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        # The narrower one comes first, so that both orders give the same.
        one, two = sorted((self, other), key=lambda dist: (dist._sigma, dist._mu))
        square_one, square_two = one.variance, two.variance
        one._need_sigma('overlap')
        wider, apart = square_two - square_one, math.fabs(two._mu - one._mu)
        if not wider:
            return math.erfc(apart / (2.0 * one._sigma * _SQRT2))
        # Where the two densities cross.
        middle = one._mu * square_two - two._mu * square_one
        off = one._sigma * two._sigma * math.sqrt(apart * apart + wider * math.log(square_two / square_one))
        high, low = (middle + off) / wider, (middle - off) / wider
        return 1.0 - (math.fabs(two.cdf(high) - one.cdf(high)) + math.fabs(two.cdf(low) - one.cdf(low)))

    def zscore(self, x):
        """How many standard deviations x lies above the mean."""
        if not self._sigma:
            self._need_sigma('zscore')
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        """The arithmetic mean."""
        return self._mu

    @property
    def median(self):
        """The median, which is the mean."""
        return self._mu

    @property
    def mode(self):
        """The mode, which is the mean."""
        return self._mu

    @property
    def stdev(self):
        """The standard deviation."""
        return self._sigma

    @property
    def variance(self):
        """The square of the standard deviation."""
        return self._sigma * self._sigma

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * math.fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / math.fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    __rmul__ = __mul__

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return (x1._mu, x1._sigma) == (x2._mu, x2._sigma)

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
