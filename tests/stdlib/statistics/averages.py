# Averages and measures of the middle, with their mistakes.
import statistics as st
from fractions import Fraction as F
from statistics import StatisticsError

names = ["mean", "fmean", "geometric_mean", "harmonic_mean", "median", "median_low", "median_high", "median_grouped", "mode", "multimode"]
samples = [[], [1], [1, 2, 2, 5], [1, 2, 4.5], [F(1, 2), F(1, 3), F(2)], [-1, 2], [0, 1, 3], [True, 2], ["a", "b", "a"], [1.5, F(1, 2)], [float("inf"), 1], [10 ** 400, 1]]
for name in names:
    for data in samples:
        try:
            print(name, str(data)[:20], repr(getattr(st, name)(data))[:40])
        except (TypeError, StatisticsError, OverflowError) as error:
            print(name, str(data)[:20], type(error).__name__, error)

print(st.mean(n for n in range(5)), st.fmean(iter([1, 2])), st.harmonic_mean(iter([2, 6])), st.median_low(iter("hello")))
print(st.mean([1e308, 1e308]), st.mean([1e16, 1, -1e16]), st.fmean([0.1] * 10), st.mean([3, 5]), type(st.mean([3, 5])), st.mean({4: "x", 6: "y"}))
print(st.fmean([1, 2], [3, 1]), st.fmean([1, 2], iter([1, 1])), st.harmonic_mean([40, 60], [5, 30]), st.harmonic_mean([F(1)], [F(3)]), st.harmonic_mean([0, 5]))
for call in (lambda: st.fmean([1, 2], [1]), lambda: st.fmean([1], [0]), lambda: st.harmonic_mean([1, 2], [1]), lambda: st.harmonic_mean([1, 2], [0, 0]),
             lambda: st.harmonic_mean([1, 2], [-1, 2]), lambda: st.harmonic_mean(["a"]), lambda: st.mean([1, "a"]), lambda: st.median_grouped(["a"]),
             lambda: st.median_grouped([1], "x"), lambda: st.mean(5), lambda: st.geometric_mean([1, -2])):
    try:
        print(call())
    except (TypeError, StatisticsError) as error:
        print(type(error).__name__, error)
print(st.median_grouped([52, 52, 53, 54]), st.median_grouped([1, 3, 3, 5, 7]), st.median_grouped([1, 3, 3, 5, 7], interval=2), st.median_grouped([3, 3, 3]))
print(st.mode("aabbbbcc"), st.multimode("aabbbbbbbbcc"), st.multimode("aabbbbccddddeeffffgg"), st.multimode(""), st.mode(["red", "blue", "blue"]))
print(st.geometric_mean([54, 24, 36]), st.geometric_mean([0.0, 3]), st.geometric_mean([1e300, 1e300]))


class Grade(int):
    pass


class Metres(float):
    pass


print(type(st.mean([Grade(1), Grade(3)])), type(st.mean([Metres(1), Metres(2)])), type(st.mean([Grade(1), Metres(2)])), type(st.mean([1, F(1)])))
print(issubclass(StatisticsError, ValueError), st.__all__)
for n in (1, 2, 4, 10):
    print(n, st.quantiles([1, 5, 2, 9, 7], n=n), st.quantiles([1, 5, 2, 9, 7], n=n, method="inclusive"), st.quantiles([3], n=n))
print(st.quantiles([F(1), F(3)], n=3), st.quantiles([0.1, 0.4], method="inclusive"))
for call in (lambda: st.quantiles([1, 2], n=0), lambda: st.quantiles([]), lambda: st.quantiles([1, 2], method="x"), lambda: st.quantiles([1, 2], n=1.5), lambda: st.quantiles([1, 2], 4)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
