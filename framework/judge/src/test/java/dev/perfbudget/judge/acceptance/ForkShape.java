package dev.perfbudget.judge.acceptance;

import dev.perfbudget.statistics.LogLocations;
import java.util.Arrays;
import java.util.Random;

/** How the forks of a simulated benchmark spread. Every shape has a known truth: both sides are drawn from the same one. */
enum ForkShape {
    NORMAL("normal", "times of forks normal, sd 3 %") {
        @Override
        double[] fork(Random random, double[] state) {
            return normalFork(1, SPREAD, random);
        }
    },
    LOG_NORMAL("log-normal", "logarithms normal, sd 30 %") {
        @Override
        double[] fork(Random random, double[] state) {
            return around(10 * SPREAD * random.nextGaussian(), random);
        }
    },
    SKEWED("skewed", "forks slower by an exponential share, 10 % on average") {
        @Override
        double[] fork(Random random, double[] state) {
            return around(Math.log1p(0.1 * exponential(random)), random);
        }
    },
    HEAVY_TAILED("heavy-tailed", "logarithms Student's t with 3 degrees of freedom, scale 3 %") {
        @Override
        double[] fork(Random random, double[] state) {
            var squares = 0.0;
            for (var i = 0; i < 3; i++) {
                var normal = random.nextGaussian();
                squares += normal * normal;
            }
            return around(SPREAD * random.nextGaussian() / Math.sqrt(squares / 3), random);
        }
    },
    BIMODAL("bimodal", "two modes 20 % apart, three forks in ten in the slow one, sd 2 % within") {
        @Override
        double[] fork(Random random, double[] state) {
            var mode = random.nextDouble() < 0.3 ? Math.log(1.2) : 0;
            return around(mode + 0.02 * random.nextGaussian(), random);
        }
    },
    AUTOCORRELATED_ITERATIONS(
            "AR(1) iterations", "each iteration remembers 0.9 of the one before, sd 3 %, no other spread") {
        @Override
        double[] fork(Random random, double[] state) {
            var values = new double[ITERATIONS];
            var level = SPREAD * random.nextGaussian();
            for (var i = 0; i < ITERATIONS; i++) {
                values[i] = Math.exp(level);
                level = 0.9 * level + SPREAD * Math.sqrt(1 - 0.81) * random.nextGaussian();
            }
            return values;
        }
    },
    AUTOCORRELATED_FORKS("AR(1) forks", "each fork remembers 0.5 of the one before, sd 3 %") {
        @Override
        double[] fork(Random random, double[] state) {
            state[0] = 0.5 * state[0] + SPREAD * Math.sqrt(0.75) * random.nextGaussian();
            return around(state[0], random);
        }

        @Override
        double[] start(Random random) {
            return new double[] {SPREAD * random.nextGaussian()};
        }
    };

    static final int ITERATIONS = 10;

    private static final double SPREAD = 0.03;

    private final String label;
    private final String meaning;

    ForkShape(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** As docs/error-rates.md names it. */
    String label() {
        return label;
    }

    /** What it is, in words. */
    String meaning() {
        return meaning;
    }

    /** Forks of one side: iteration times. */
    double[][] forks(int count, double ratio, Random random) {
        var state = start(random);
        var forks = new double[count][];
        for (var fork = 0; fork < count; fork++) {
            forks[fork] = fork(random, state);
            for (var i = 0; i < forks[fork].length; i++) {
                forks[fork][i] *= ratio;
            }
        }
        return forks;
    }

    /** Forks of one side, one number for each: the logarithm of its mean. */
    double[] logs(int count, Random random) {
        return Arrays.stream(forks(count, 1, random))
                .mapToDouble(fork -> LogLocations.of(fork).mean())
                .toArray();
    }

    /** Forks whose times are normal around a level. */
    static double[][] normal(int count, double level, double spread, Random random) {
        var forks = new double[count][];
        Arrays.setAll(forks, fork -> normalFork(level, spread, random));
        return forks;
    }

    /** Times of the next fork. */
    abstract double[] fork(Random random, double[] state);

    /** What the forks of a side remember. */
    double[] start(Random random) {
        return new double[1];
    }

    /** Far below zero there is no time: drawn again, which hardly ever happens. */
    private static double[] normalFork(double level, double spread, Random random) {
        var share = 1 + spread * random.nextGaussian();
        return share > 0 ? around(Math.log(level * share), random) : normalFork(level, spread, random);
    }

    /** Noise within a fork only adds: 1 % on average. */
    private static double[] around(double level, Random random) {
        var values = new double[ITERATIONS];
        for (var i = 0; i < ITERATIONS; i++) {
            values[i] = Math.exp(level) * (1 + 0.01 * exponential(random));
        }
        return values;
    }

    private static double exponential(Random random) {
        return -Math.log(1 - random.nextDouble());
    }
}
