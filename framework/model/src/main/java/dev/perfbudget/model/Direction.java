package dev.perfbudget.model;

/** Which values of a metric are good: comes from its unit, never from the tool that measured it. */
public enum Direction {
    LOWER_IS_BETTER,
    HIGHER_IS_BETTER
}
