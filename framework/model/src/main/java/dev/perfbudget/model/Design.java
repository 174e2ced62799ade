package dev.perfbudget.model;

/** How the two sides of a comparison were measured. */
public enum Design {
    /** Forks of the two sides have nothing to do with each other. */
    UNPAIRED,
    /** The same, but the baseline is what was accepted before: only the candidate can be measured again. */
    STORED,
    /** The n-th forks of both sides took turns: they are one block, and the block is the unit of replication. */
    PAIRED
}
