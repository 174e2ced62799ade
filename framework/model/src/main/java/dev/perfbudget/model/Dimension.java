package dev.perfbudget.model;

/** What kind of thing a unit measures; units convert within a dimension. */
public enum Dimension {
    /** Time per operation; base unit ns/op. */
    TIME(Direction.LOWER_IS_BETTER, "a time such as [120 us]"),
    /** Operations per time; base unit ops/s. */
    RATE(Direction.HIGHER_IS_BETTER, "a rate such as [200/s]"),
    /** Memory; base unit B/op. */
    MEMORY(Direction.LOWER_IS_BETTER, "an amount of memory such as [64 KB]"),
    /** Part of a whole, 1 being all of it. */
    SHARE(Direction.LOWER_IS_BETTER, "a share such as [5%]"),
    /** A bare number of events. */
    COUNT(Direction.LOWER_IS_BETTER, "a number without unit such as [3]");

    private final Direction direction;
    private final String description;

    Dimension(Direction direction, String description) {
        this.direction = direction;
        this.description = description;
    }

    /** Which values are good. */
    public Direction direction() {
        return direction;
    }

    /** Whether no measurement of it is ever zero. */
    boolean isNeverZero() {
        return this == TIME || this == RATE;
    }

    /** For messages: what it is, with an example. */
    public String description() {
        return description;
    }
}
