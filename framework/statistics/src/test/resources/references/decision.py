"""Writes joint-bounds.csv, moderated-variance.csv, and log-locations.csv and session-variance.csv (from their own
values): SciPy 1.17.1, NumPy.
The integral is SciPy's adaptive quadrature, roots are Brent's, quartiles are NumPy's. python3 decision.py"""

import math

import numpy as np
import scipy.stats as st
from scipy.integrate import quad
from scipy.optimize import brentq

rng = np.random.default_rng(20261122)


def either_exceeds(c, rho, f):
    def density(angle):
        return (1 + c * c / (f * math.cos(angle) ** 2)) ** (-f / 2)

    return quad(density, -math.pi / 2, math.acos(rho) / 2, epsabs=1e-14, epsrel=1e-13)[0] / math.pi


def joint_bounds():
    with open("joint-bounds.csv", "w") as file:
        file.write("alpha,correlation,degreesOfFreedom,critical,alphaOfEach\n")
        for alpha in (0.001, 0.01, 0.05):
            for rho in (-0.5, 0, 0.5, 0.8, 0.95, 0.999):
                for f in (4, 8, 9.5, 18, 58):
                    low, high = st.t.isf(alpha, f), st.t.isf(alpha / 2, f) * 1.01
                    c = brentq(lambda x: either_exceeds(x, rho, f) - alpha, low, high, xtol=1e-13)
                    file.write(f"{alpha},{rho},{f},{c!r},{float(st.t.sf(c, f))!r}\n")


def distance(f, prior):
    return math.log(st.f.ppf(0.75, f, prior)) - math.log(st.f.ppf(0.25, f, prior))


def moderated_variance():
    with open("moderated-variance.csv", "w") as file:
        file.write("variances,degreesOfFreedom,usual,prior,own,moderated,moderatedDegreesOfFreedom\n")
        for f, spread in [(f, spread) for f in (4, 8, 18, 58) for spread in (0.2, 0.5, 0.8, 1.2, 2)]:
            n = int(rng.integers(20, 40))
            s2 = np.array([float("%.6g" % v) for v in 1e-3 * np.exp(spread * rng.normal(size=n)) * rng.chisquare(f, n) / f])
            low, mid, high = np.quantile(np.log(s2), [0.25, 0.5, 0.75])
            if high - low >= distance(f, 0.5):
                prior = 0.5
            elif high - low <= distance(f, 1000):
                prior = 1000.0
            else:
                prior = math.exp(brentq(lambda u: distance(f, math.exp(u)) - (high - low), math.log(0.5), math.log(1000)))
            usual = math.exp(mid) / st.f.ppf(0.5, f, prior)
            d = min(4.0, prior)
            own = float(s2[0] if f != 8 else s2.max())
            borrowed = d * min(1.0, st.f.sf(own / usual, f, d) / 0.25)
            moderated = (borrowed * usual + f * own) / (borrowed + f)
            cells = [float(x) for x in (usual, d, own, moderated, borrowed + f)]
            file.write(f"{' '.join(repr(float(v)) for v in s2)},{f},{','.join(map(repr, cells))}\n")


def log_locations():
    with open("log-locations.csv") as file:
        cells = [line.split(",")[0] for line in file.read().splitlines()[1:]]
    with open("log-locations.csv", "w") as file:
        file.write("times,quantile,mean\n")
        for cell in cells:
            times = [float(value) for value in cell.split(" ")]
            level = max(0.1, 1 / (len(times) + 1))
            largest = max(times)
            mean = math.log(largest) + math.log(math.fsum(t / largest for t in times) / len(times))
            quantile = math.log(float(np.quantile(times, level, method="weibull")))
            file.write(f"{cell},{quantile!r},{mean!r}\n")


def session_variance():
    with open("session-variance.csv") as file:
        cells = [line.split(",")[0] for line in file.read().splitlines()[1:]]
    with open("session-variance.csv", "w") as file:
        file.write("benchmarks,variance,df,withAssumed,withAssumedDf\n")
        for cell in cells:
            x = np.array([[session.split() for session in benchmark.split(" | ")] for benchmark in cell.split(" / ")], float)
            b, k, n = x.shape
            means = x.mean(axis=2)
            shifts = (means - means.mean(axis=1, keepdims=True)).mean(axis=0)
            parts, dfs = [(shifts**2).sum() / (k - 1)], [k - 1]
            if b > 1:
                rest = means - means.mean(axis=1, keepdims=True) - shifts
                dfs.append((k - 1) * (b - 1))
                parts.append(max(0.0, (rest**2).sum() / dfs[1] - x.var(axis=2, ddof=1).mean() / n))
            variance = sum(parts)
            df = variance**2 / sum(part**2 / f for part, f in zip(parts, dfs))
            worth = 30 / (3 + 2 * (k - 1))
            both = (worth * 0.03**2 + df * variance) / (worth + df)
            file.write(f"{cell},{','.join(repr(float(v)) for v in (variance, df, both, worth + df))}\n")


joint_bounds()
moderated_variance()
log_locations()
session_variance()
