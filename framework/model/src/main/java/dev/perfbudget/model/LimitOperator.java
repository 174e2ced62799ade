package dev.perfbudget.model;

/** How a limit bounds its metric. */
public enum LimitOperator {
    BELOW("<"),
    AT_MOST("<="),
    AT_LEAST(">="),
    ABOVE(">");

    private final String symbol;

    LimitOperator(String symbol) {
        this.symbol = symbol;
    }

    /** {@code < <= >= >}. */
    public String symbol() {
        return symbol;
    }

    /** The comparison of a symbol, {@code ≤} and {@code ≥} included. */
    public static LimitOperator ofSymbol(String symbol) {
        return switch (symbol) {
            case "<" -> BELOW;
            case "<=", "≤" -> AT_MOST;
            case ">=", "≥" -> AT_LEAST;
            case ">" -> ABOVE;
            default -> throw new IllegalArgumentException("[" + symbol + "] is not one of [< <= >= >]");
        };
    }

    /** Whether larger values break the limit. */
    public boolean boundsFromAbove() {
        return this == BELOW || this == AT_MOST;
    }

    /** Whether a value is within the bound. */
    public boolean holds(double value, double bound) {
        return switch (this) {
            case BELOW -> value < bound;
            case AT_MOST -> value <= bound;
            case AT_LEAST -> value >= bound;
            case ABOVE -> value > bound;
        };
    }

    /** What a bare value means for a metric of this direction. */
    static LimitOperator usualFor(Direction direction) {
        return switch (direction) {
            case LOWER_IS_BETTER -> AT_MOST;
            case HIGHER_IS_BETTER -> AT_LEAST;
        };
    }
}
