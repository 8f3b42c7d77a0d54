# math: the functions and constants.
import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(2), math.isqrt(10 ** 20 + 1), round(math.cbrt(27), 12), math.pow(2, 0.5), math.exp(1), math.exp2(3), math.expm1(1e-10), math.log(10), math.log(8, 2), math.log2(10), math.log10(1000), math.log1p(1e-10), math.log(10 ** 400))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(1), math.atan2(-1, -1), math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), round(math.acosh(2), 12), round(math.atanh(0.5), 12), math.hypot(3, 4), math.hypot(1, 2, 3), math.degrees(math.pi), math.radians(180), math.dist([0, 0], [3, 4]))
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.7), math.fabs(-3), math.fmod(-7, 3), math.remainder(7, 4), math.modf(3.25), math.modf(-3.25), math.frexp(10), math.ldexp(0.5, 4), math.copysign(3, -0.0), math.nextafter(1, 2), math.ulp(1), math.floor(5), math.ceil(1e20))
print(math.gcd(12, 18), math.gcd(), math.gcd(12, 18, 8), math.lcm(4, 6), math.lcm(), math.factorial(20), math.factorial(0), math.comb(5, 2), math.perm(5, 2), math.perm(4), math.comb(2, 5), math.prod([1, 2, 3, 4]), math.prod([], start=5), math.fsum([0.1] * 10), math.sumprod([1, 2], [3, 4]))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9), math.gamma(5), math.lgamma(100), math.erf(1), math.erfc(1), math.fma(2, 3, 4))
for bad in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.sqrt("x"), lambda: math.floor(math.nan), lambda: math.ceil(math.inf), lambda: math.exp(1000), lambda: math.gcd(1.5), lambda: math.isqrt(-1), lambda: math.pow(0, -1), lambda: math.acos(2), lambda: math.comb(-1, 2), lambda: math.fmod(1, 0), lambda: math.sin(), lambda: math.atanh(1), lambda: math.log(1, 1), lambda: math.dist([1], [1, 2]), lambda: math.trunc("x"), lambda: math.gamma(0)]:
    try:
        print(bad())
    except (ValueError, TypeError, OverflowError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
