package dev.perfbudget.statistics;

/**
 * An estimate between two one-sided bounds.
 *
 * @param point the estimate
 * @param lower what is estimated is above it with probability {@code level}
 * @param upper what is estimated is below it with probability {@code level}
 * @param level of each bound; both together hold with probability {@code 2 level - 1}
 */
public record OneSidedBounds(double point, double lower, double upper, double level) {

    public OneSidedBounds {
        if (!(lower <= point && point <= upper) || !Double.isFinite(lower) || !Double.isFinite(upper)) {
            throw new IllegalArgumentException("No bounds: [" + lower + " <= " + point + " <= " + upper + "]");
        }
        if (!(level > 0.5 && level < 1)) {
            throw new IllegalArgumentException("A level is between 0.5 and 1, not [" + level + "]");
        }
    }
}
