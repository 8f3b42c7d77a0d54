# Variance and deviation, exact and rightly rounded; covariance, correlation, regression.
import statistics as st
from fractions import Fraction as F
from statistics import StatisticsError

samples = [[], [5], [1, 2, 2, 5], [1, 2, 4.5], [F(1, 2), F(1, 3), F(2)], [1, 3], [True, False], [1e300, 1e-300], [0.1, 0.1, 0.1], [10 ** 30, 10 ** 30 + 1],
           [1e-200, 3e-200], [1.5, F(1, 2)], [float("inf"), 1], [float("nan"), 1], ["a", "b"]]
for name in ("variance", "pvariance", "stdev", "pstdev"):
    for data in samples:
        try:
            print(name, str(data)[:24], repr(getattr(st, name)(data))[:40])
        except (TypeError, ValueError, OverflowError) as error:
            print(name, str(data)[:24], type(error).__name__, error)
print(st.variance([1, 2, 3], 2), st.variance([1, 2, 3], xbar=2.5), st.pvariance([1, 2, 3], F(5, 2)), st.stdev([F(1), F(2)], 1), st.pstdev([1, 2, 4], mu=0))
print(st.variance(n for n in range(10)), st.pstdev(iter([1, 2])), st.pvariance([0.25, 0.25, 1.25, 1.5, 1.75, 2.75, 3.25]), st.stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]))
print(st.stdev([10 ** 8 + n for n in (4, 7, 13, 16)]), st.variance([10 ** 15 + n for n in range(5)]), st.pvariance([1] * 5), st.pstdev([7, 7.0]))

x = [1, 2, 3, 4, 5, 6, 7, 8, 9]
y = [1, 2, 3, 1, 2, 3, 1, 2, 3]
z = [n ** 2 - 3.5 for n in x]
for a, b in ((x, y), (x, z), (y, z), (x, x[::-1]), ([F(1), F(2)], [F(3), F(7)]), ([1e200, 2e200], [3e200, 9e200]), ([1e-100, 2e-100], [1, 5])):
    print(st.covariance(a, b), st.correlation(a, b), st.correlation(a, b, method="ranked"), st.linear_regression(a, b), st.linear_regression(a, b, proportional=True))
line = st.linear_regression([1971, 1975, 1979, 1982, 1983], [1, 2, 3, 4, 5])
print(line.slope, line.intercept, line._fields, round(line.slope * 2019 + line.intercept))
slope, intercept = line
for name in ("covariance", "correlation", "linear_regression"):
    for args in (([1, 2], [1]), ([1], [1]), ([1, 1], [2, 3]), ([1, 2], [3, 3]), ([1, 2], ["a", 1]), ([], [])):
        try:
            print(name, args, getattr(st, name)(*args))
        except (TypeError, StatisticsError) as error:
            print(name, args, type(error).__name__, error)
for call in (lambda: st.correlation(x, y, method="x"), lambda: st.linear_regression([0, 0], [1, 2], proportional=True), lambda: st.correlation(x=x, y=y)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(st.correlation([1, 2, 2, 4], [10, 30, 20, 40], method="ranked"), st.correlation([3, 1, 2, 2, 2], [5, 1, 4, 4, 3], method="ranked"))
