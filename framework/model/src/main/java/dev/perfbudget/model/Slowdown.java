package dev.perfbudget.model;

/**
 * Threshold: the largest slowdown against the baseline that is accepted.
 *
 * @param share 0.05 for five per cent
 * @param text as it was written
 * @param source where it was written
 */
public record Slowdown(double share, String text, String source) {

    /** What holds for a benchmark with a baseline of which nothing is declared: accepting it asks for a comparison. */
    public static final Slowdown BUILT_IN = new Slowdown(0.05, "5%", "default");

    public Slowdown {
        if (!(share >= 0) || Double.isInfinite(share)) {
            throw new IllegalArgumentException("A slowdown is a share of at least zero, not [" + share + "]");
        }
    }
}
