package dev.perfbudget.model;

/** How badly a limit is broken, by measured value over limit (limit over value where the limit bounds from below). */
public enum Severity {
    /** Up to 1.5 times. */
    BROKEN,
    /** Up to 2 times. */
    SERIOUS,
    /** Beyond. */
    CRITICAL;

    private static final double LARGEST_BROKEN = 1.5;
    private static final double LARGEST_SERIOUS = 2;

    /** The severity of a broken limit that is used up so many times. */
    public static Severity ofUse(double use) {
        if (use <= LARGEST_BROKEN) {
            return BROKEN;
        }
        return use <= LARGEST_SERIOUS ? SERIOUS : CRITICAL;
    }
}
