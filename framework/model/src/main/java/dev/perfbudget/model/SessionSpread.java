package dev.perfbudget.model;

/**
 * How far apart sessions were taken to be.
 *
 * @param sd standard deviation on the log scale
 */
public record SessionSpread(double sd, Origin origin) {

    /** Where it is from. */
    public enum Origin {
        /** Too few sessions to learn it: a cautious default stands in. */
        ASSUMED,
        /** From the sessions themselves. */
        LEARNED,
        /** Left out of account: switched off, or both sides of a block share their session. */
        NONE
    }
}
