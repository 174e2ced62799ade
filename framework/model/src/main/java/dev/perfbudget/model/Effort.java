package dev.perfbudget.model;

/** How much is measured. */
public enum Effort {
    /** Annotations keep mode, threads, params and JVM arguments; forks, iterations and times are ours, and short. */
    GATE,
    /** Every JMH setting is honoured. */
    JMH
}
