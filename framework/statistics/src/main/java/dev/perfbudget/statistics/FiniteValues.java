package dev.perfbudget.statistics;

import java.util.Arrays;

/** Refuses what is no number before it can turn a result into none. */
final class FiniteValues {

    private FiniteValues() {}

    /** The values themselves, all finite. */
    static double[] check(double... values) {
        for (var i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("Value [" + (i + 1) + "] of [" + values.length
                        + "] is no finite number: [" + values[i] + "]. Leave out what was not measured.");
            }
        }
        return values;
    }

    /** The values themselves, all finite and above zero. */
    static double[] checkPositive(double... values) {
        Arrays.stream(check(values)).filter(value -> !(value > 0)).findFirst().ifPresent(value -> {
            throw new IllegalArgumentException("Only values above zero have a logarithm, not [" + value + "]");
        });
        return values;
    }

    /** A probability strictly between 0 and 1, of which there is said what it is. */
    static double checkProbability(String what, double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("The " + what + " is between 0 and 1, not [" + probability + "]");
        }
        return probability;
    }
}
