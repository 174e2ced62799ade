"""Writes the reference values beside it. SciPy 1.17.1, NumPy's generator with a fixed seed: python3 references.py"""

import numpy as np
import scipy.stats as st

rng = np.random.default_rng(20261121)


def text(values):
    return " ".join(repr(float(value)) for value in values)


def lognormal(n, sigma=0.3):
    return [float("%.6g" % value) for value in rng.lognormal(0, sigma, n)]


def student_t():
    samples = [[1, 2], [3.5, 3.5, 3.6], [1e-9, 2e-9, 1.5e-9], [1e12, 1.1e12, 0.9e12, 1.05e12], [5, 5, 5, 6],
               [0.77, 1.25, 0.77, 1.25, 0.78], [1, 10, 100, 1000], [1e-300, 1e-299], [100, 100.0001, 99.9999]]
    samples += [lognormal(n) for n in (2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30, 50)]
    with open("student-t.csv", "w") as file:
        file.write("values,level,lower,upper,geometricLower,geometricUpper\n")
        for sample in samples:
            for level in (0.975, 0.99):
                x = np.array(sample, float)
                t = st.t.ppf(level, len(x) - 1)
                mean, error = x.mean(), st.sem(x)
                logs = np.log(x)
                center, spread = logs.mean(), st.sem(logs)
                bounds = [mean - t * error, mean + t * error, np.exp(center - t * spread), np.exp(center + t * spread)]
                file.write(f"{text(x)},{level},{','.join(repr(float(b)) for b in bounds)}\n")


def theil_sen():
    with open("theil-sen.csv", "w") as file:
        file.write("x,y,slope\n")
        for n in (2, 3, 4, 5, 6, 8, 10, 12, 15, 20) * 2:
            x = np.sort(rng.integers(1, 50, n)).astype(float)
            x[-1] = 50
            y = np.round(3 * x + rng.normal(0, 5, n), 4)
            if n > 5:
                y[2] = 1e4
            file.write(f"{text(x)},{text(y)},{float(st.theilslopes(y, x)[0])!r}\n")


def quantiles():
    probabilities = (0, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1)
    with open("quantiles.csv", "w") as file:
        file.write("values,counts,probability,quantile\n")
        for n in (1, 2, 3, 4, 7, 10, 20, 50, 100) * 3:
            values = np.unique(np.round(rng.lognormal(0, 1, n), 3))
            counts = rng.integers(1, 9, len(values))
            single = np.repeat(values, counts)
            for p in probabilities:
                quantile = float(np.quantile(single, p, method="weibull"))
                file.write(f"{text(values)},{' '.join(map(str, counts))},{p},{quantile!r}\n")


student_t()
theil_sen()
quantiles()
