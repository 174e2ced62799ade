package dev.perfbudget.statistics;

import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.assertj.core.api.AbstractIntegerAssert;
import org.assertj.core.api.Assertions;

/** Counts how often something seldom happens in seeded simulations, and whether that is as often as promised. */
final class Coverage {

    private Coverage() {}

    /** How many of the simulations an error happens in. */
    static int errors(int simulations, long seed, Predicate<Random> error) {
        var random = new Random(seed);
        var errors = 0;
        for (var simulation = 0; simulation < simulations; simulation++) {
            errors += error.test(random) ? 1 : 0;
        }
        return errors;
    }

    /** Asserts a share within ±4 standard errors of a binomial count: wrong by chance once in 16 000 assertions. */
    static AbstractIntegerAssert<?> assertShare(int errors, int simulations, double share) {
        var band = 4 * Math.sqrt(simulations * share * (1 - share));
        return Assertions.assertThat(errors)
                .isBetween((int) Math.floor(simulations * share - band), (int) Math.ceil(simulations * share + band));
    }

    /** Asserts a share no larger than promised, but for four standard errors. */
    static AbstractIntegerAssert<?> assertAtMost(int errors, int simulations, double share) {
        return Assertions.assertThat(errors).isLessThanOrEqualTo((int)
                Math.ceil(simulations * share + 4 * Math.sqrt(simulations * share * (1 - share))));
    }

    static double[] values(int n, Random random, ToDoubleFunction<Random> value) {
        return DoubleStream.generate(() -> value.applyAsDouble(random)).limit(n).toArray();
    }

    static double[] normal(int n, Random random, double mean, double standardDeviation) {
        return values(n, random, source -> mean + standardDeviation * source.nextGaussian());
    }
}
