package dev.perfbudget.model;

/**
 * A two-sided interval in the unit of its score.
 *
 * @param level 0.95 for 95 %
 */
public record ConfidenceInterval(double lower, double upper, double level) {

    public ConfidenceInterval {
        if (!(lower <= upper) || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "No confidence interval: [" + lower + ", " + upper + "] at level [" + level + "]");
        }
    }
}
