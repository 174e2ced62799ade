package dev.perfbudget.model;

/** Which number of a fork, or which rule, a comparison was decided by. */
public enum Location {
    /** A low quantile of a fork's iterations, which noise that only adds hardly moves. */
    QUANTILE("quantile"),
    /** The mean of a fork's iterations, which alone sees what comes in bursts. */
    MEAN("mean"),
    /** A figure that is the same in all forks. */
    EXACT("exact");

    private final String label;

    Location(String label) {
        this.label = label;
    }

    /** {@code quantile mean exact}. */
    public String label() {
        return label;
    }
}
