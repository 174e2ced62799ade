package dev.perfbudget.judge;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.statistics.BenjaminiHochberg;
import dev.perfbudget.statistics.Holm;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * At which alpha each sample of a suite is decided, so that its verdict and its interval agree with the control of the
 * suite.
 *
 * <p>With {@code k} of {@code m} p values found: by Holm's rule {@code alpha / (m - i + 1)} for the i-th smallest of
 * these, and {@code alpha / (m - k)} for all others, which are above it; by Benjamini and Hochberg's {@code alpha k / m}
 * for all of them (with none found, {@code alpha / m}). What a rule finds the interval at that level finds as well, and
 * perhaps a little more: p values are twice the smaller one of both locations, and bounds take into account how these go
 * together. That is no more than the rule would find by the exact p value of both.
 */
final class SuiteAlphas {

    private SuiteAlphas() {}

    /** One for each comparison, in their order; those that chance has no part in do not count. */
    static double[] of(List<SampleComparison> comparisons, ComparisonRules rules) {
        var pValues = comparisons.stream()
                .flatMapToDouble(comparison -> comparison.pRegressed().stream())
                .toArray();
        return switch (rules.suite()) {
            case PER_BENCHMARK ->
                rules.looks().isEmpty()
                        ? all(comparisons.size(), rules.alpha())
                        : spent(comparisons, rules.alpha(), rules.looks());
            case HOLM -> spread(comparisons, rules.alpha(), pValues, adjusted -> holm(adjusted, rules.alpha()));
            case BENJAMINI_HOCHBERG ->
                spread(comparisons, rules.alpha(), pValues, found -> benjaminiHochberg(found, rules.alpha()));
        };
    }

    /** What of alpha the look that ended each benchmark may spend. */
    private static double[] spent(List<SampleComparison> comparisons, double alpha, List<Integer> looks) {
        var levels = LookLevels.of(alpha, looks);
        return comparisons.stream()
                .mapToDouble(comparison -> comparison.forks() == 0 ? alpha : levels.at(comparison.forks()))
                .toArray();
    }

    private static double[] holm(double[] pValues, double alpha) {
        var adjusted = Holm.adjusted(pValues);
        var found = found(adjusted, alpha);
        var alphas = new double[pValues.length];
        for (var i = 0; i < alphas.length; i++) {
            var p = pValues[i];
            var smaller = adjusted[i] <= alpha
                    ? (int) Arrays.stream(pValues).filter(other -> other < p).count()
                    : found;
            alphas[i] = alpha / Math.max(1, pValues.length - smaller);
        }
        return alphas;
    }

    private static double[] benjaminiHochberg(double[] pValues, double alpha) {
        var found = found(BenjaminiHochberg.adjusted(pValues), alpha);
        return all(pValues.length, alpha * Math.max(1, found) / Math.max(1, pValues.length));
    }

    private static int found(double[] adjusted, double alpha) {
        return (int) Arrays.stream(adjusted).filter(p -> p <= alpha).count();
    }

    private static double[] spread(
            List<SampleComparison> comparisons, double alpha, double[] pValues, UnaryOperator<double[]> rule) {
        var ofNoisy = rule.apply(pValues);
        var alphas = all(comparisons.size(), alpha);
        var next = 0;
        for (var i = 0; i < alphas.length; i++) {
            if (comparisons.get(i).pRegressed().isPresent()) {
                alphas[i] = ofNoisy[next++];
            }
        }
        return alphas;
    }

    private static double[] all(int count, double alpha) {
        var alphas = new double[count];
        Arrays.fill(alphas, alpha);
        return alphas;
    }
}
