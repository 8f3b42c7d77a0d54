# NormalDist, density estimation and random choice by seeds.
import copy
import statistics as st
from statistics import NormalDist, StatisticsError

n = NormalDist(100, 15)
print(n, NormalDist(), NormalDist(mu=-1, sigma=0), n.mean, n.median, n.mode, n.stdev, n.variance)
print([n.pdf(x) for x in (70, 100, 117.5)], [n.cdf(x) for x in (55, 100, 130, 400)], n.zscore(130))
print([n.inv_cdf(p) for p in (1e-12, 0.001, 0.07, 0.25, 0.5, 0.8, 0.95, 0.9999, 1 - 1e-10)], NormalDist(5, 0).inv_cdf(0.3))
print(n.quantiles(), n.quantiles(3), n.quantiles(n=1))
print(n + 5, 5 + n, n - 5, 5 - n, n * 2, 2 * n, n / -4, +n, -n, n + NormalDist(1, 8), n - NormalDist(1, 8))
print(n == NormalDist(100, 15), n == NormalDist(100, 16), n == 100, hash(n) == hash(NormalDist(100.0, 15.0)), copy.copy(n) == n)
print(n.overlap(NormalDist(110, 15)), NormalDist(2.4, 1.6).overlap(NormalDist(3.2, 2.0)), NormalDist(3.2, 2.0).overlap(NormalDist(2.4, 1.6)), n.overlap(n))
print(NormalDist.from_samples([1, 2, 4, 8]), NormalDist.from_samples(iter([2.5, 3.5])), NormalDist(0, 1).samples(3, seed=8675309), n.samples(0))
try:
    n.mean = 5
except AttributeError as error:
    print(type(error).__name__)
flat = NormalDist(1, 0)
for call in (lambda: NormalDist(0, -1), lambda: flat.pdf(1), lambda: flat.cdf(1), lambda: flat.zscore(1), lambda: n.inv_cdf(0), lambda: n.inv_cdf(1.0),
             lambda: n.overlap(5), lambda: n.overlap(flat), lambda: NormalDist.from_samples([1]), lambda: n / 0, lambda: NormalDist("a"), lambda: n * n):
    try:
        print(call())
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)


class Named(NormalDist):
    pass


print(Named(1, 2), Named.from_samples([1, 2]), Named(1, 2) + 1, Named(1, 2) == NormalDist(1, 2))

sample = [-2.1, -1.3, -0.4, 1.9, 5.1, 6.2]
kernels = ["normal", "gauss", "logistic", "sigmoid", "rectangular", "uniform", "triangular", "parabolic", "epanechnikov", "quartic", "biweight", "triweight", "cosine"]
for kernel in kernels:
    density, distribution = st.kde(sample, 1.5, kernel), st.kde(sample, h=1.5, kernel=kernel, cumulative=True)
    print(kernel, [density(x) for x in (-3.6, -2, 0, 2.5, 9)], [distribution(x) for x in (-5, 0, 3.4, 20)])
    rand = st.kde_random(sample, 1.5, kernel, seed=8675309)
    print([rand() for _ in range(3)], density.__doc__, "|", distribution.__doc__, "|", rand.__doc__, density.__name__, distribution.__name__, rand.__name__)
growing = [1.0, 2.0]
density = st.kde(growing, 1, "triangular")
before = density(1.5)
growing.append(1.5)
print(before, density(1.5))
for call in (lambda: st.kde([], 1), lambda: st.kde(["a"], 1), lambda: st.kde([1], 0), lambda: st.kde([1], 1, "square"), lambda: st.kde_random([], 1),
             lambda: st.kde_random([1], -2), lambda: st.kde_random([1], 1, "none"), lambda: st.kde_random(["x"], 1)):
    try:
        print(call())
    except (TypeError, StatisticsError) as error:
        print(type(error).__name__, error)
