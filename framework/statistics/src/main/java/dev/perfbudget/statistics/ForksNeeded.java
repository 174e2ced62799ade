package dev.perfbudget.statistics;

import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * How many more forks (a side), or blocks, would find an effect.
 *
 * <p>Formula: the smallest number whose {@link DetectableEffect} is no larger than the effect, found by doubling and
 * halving: the detectable effect shrinks with every fork.
 *
 * <p>Assumes that further forks vary as the present ones do. The answer is about as uncertain as their variance: with
 * five forks it is within a factor of three in five of six cases. A variance between sessions does not shrink with forks: where it alone hides the
 * effect, no number of forks is enough.
 */
public final class ForksNeeded {

    private ForksNeeded() {}

    /**
     * The smallest number of further forks; empty if {@code most} are not enough.
     *
     * @param effect above zero: the distance of the estimate from the threshold that it should be told from
     * @param alpha of the one-sided test
     * @param power with which it should be found
     * @param most further forks to think of
     * @param precision with so many more forks: {@link WelchT#precisionWithMore}, {@link PairedT#precisionWithMore}
     */
    public static OptionalInt toFind(
            double effect, double alpha, double power, int most, IntFunction<Precision> precision) {
        if (!(effect > 0)) {
            throw new IllegalArgumentException("No number of forks finds an effect of [" + effect + "]");
        }
        if (!finds(effect, alpha, power, precision.apply(most))) {
            return OptionalInt.empty();
        }
        var tooFew = -1;
        var enough = most;
        while (enough - tooFew > 1) {
            var middle = (tooFew + enough) / 2;
            if (finds(effect, alpha, power, precision.apply(middle))) {
                enough = middle;
                continue;
            }
            tooFew = middle;
        }
        return OptionalInt.of(enough);
    }

    private static boolean finds(double effect, double alpha, double power, Precision precision) {
        return DetectableEffect.power(precision, alpha, effect) >= power;
    }
}
