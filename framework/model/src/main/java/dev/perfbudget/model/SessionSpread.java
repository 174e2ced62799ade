package dev.perfbudget.model;

/**
 * How far apart sessions were taken to be.
 *
 * @param sd standard deviation on the log scale
 */
public record SessionSpread(double sd, Origin origin) {

    /** Where it is from. */
    public enum Origin {
        /** One session a side does not tell: a cautious default stands in. */
        ASSUMED,
        /** From the sessions and the default, which counts for more than so few of them. */
        MOSTLY_ASSUMED,
        /** From the sessions, which count for more than the default. */
        LEARNED,
        /** Left out of account: switched off, or both sides of a block share their session. */
        NONE
    }

    /** Whether it is rather assumed than known. */
    public boolean isGuess() {
        return origin == Origin.ASSUMED || origin == Origin.MOSTLY_ASSUMED;
    }
}
