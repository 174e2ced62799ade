package dev.perfbudget.model;

/** How much of a limit is used, for people: measured over limit, or limit over measured where it bounds from below. */
public enum Grade {
    A(0.6),
    B(0.8),
    C(1),
    D(1.5),
    E(2),
    F(Double.POSITIVE_INFINITY);

    private final double largestUse;

    Grade(double largestUse) {
        this.largestUse = largestUse;
    }

    /** So many times the limit is used up at most; without bound for the last. */
    public double largestUse() {
        return largestUse;
    }

    /** The grade of a limit that is used up so many times. */
    public static Grade ofUse(double use) {
        for (var grade : values()) {
            if (use <= grade.largestUse) {
                return grade;
            }
        }
        return F;
    }
}
