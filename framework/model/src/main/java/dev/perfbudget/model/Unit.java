package dev.perfbudget.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A unit of a metric: converts, prints, and knows its direction through its dimension. {@code KB} is 1024 bytes, as in
 * JVM flags; {@code KiB} is a synonym.
 */
public enum Unit {
    NANOSECONDS("ns/op", "ns", Dimension.TIME, 1),
    MICROSECONDS("us/op", "us", Dimension.TIME, 1e3),
    MILLISECONDS("ms/op", "ms", Dimension.TIME, 1e6),
    SECONDS("s/op", "s", Dimension.TIME, 1e9),
    MINUTES("min/op", "min", Dimension.TIME, 60e9),
    HOURS("hr/op", "hr", Dimension.TIME, 3600e9),
    DAYS("day/op", "day", Dimension.TIME, 86400e9),

    PER_NANOSECOND("ops/ns", "/ns", Dimension.RATE, 1e9),
    PER_MICROSECOND("ops/us", "/us", Dimension.RATE, 1e6),
    PER_MILLISECOND("ops/ms", "/ms", Dimension.RATE, 1e3),
    PER_SECOND("ops/s", "/s", Dimension.RATE, 1),
    PER_MINUTE("ops/min", "/min", Dimension.RATE, 1 / 60.0),
    PER_HOUR("ops/hr", "/hr", Dimension.RATE, 1 / 3600.0),
    PER_DAY("ops/day", "/day", Dimension.RATE, 1 / 86400.0),

    BYTES("B/op", "B", Dimension.MEMORY, 1),
    KILOBYTES("KB/op", "KB", Dimension.MEMORY, 1024),
    MEGABYTES("MB/op", "MB", Dimension.MEMORY, 1024 * 1024),
    GIGABYTES("GB/op", "GB", Dimension.MEMORY, 1024 * 1024 * 1024),

    PERCENT("%", "%", Dimension.SHARE, 0.01),

    COUNT("#", "", Dimension.COUNT, 1);

    private final String symbol;
    private final String written;
    private final Dimension dimension;
    private final double factor;

    Unit(String symbol, String written, Dimension dimension, double factor) {
        this.symbol = symbol;
        this.written = written;
        this.dimension = dimension;
        this.factor = factor;
    }

    /** As JMH writes it: {@code us/op}, {@code ops/ms}, {@code B/op}. */
    public String symbol() {
        return symbol;
    }

    /** What it measures. */
    public Dimension dimension() {
        return dimension;
    }

    /** A value of this unit in another one of the same dimension. */
    public double convert(double value, Unit target) {
        if (dimension != target.dimension) {
            throw new IllegalArgumentException("Cannot convert from [" + symbol + "] to [" + target.symbol + "]");
        }
        return this == target ? value : value * (factor / target.factor);
    }

    /** The unit that a text names, as JMH writes it or as people do: {@code us/op}, {@code us}, {@code /s}. */
    public static Optional<Unit> parse(String text) {
        var plain = withoutSynonyms(text);
        return Arrays.stream(values()).filter(unit -> unit.isWritten(plain)).findFirst();
    }

    /** The unit that a text of JMH or its profilers names: counts have several spellings there. */
    public static Optional<Unit> ofJmh(String text) {
        return switch (text) {
            case "counts", "#/op", "---" -> Optional.of(COUNT);
            default -> parse(text);
        };
    }

    /** The unit that differs from the text in upper and lower case only. */
    static Optional<Unit> parseIgnoringCase(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(unit -> unit.written.toLowerCase(Locale.ROOT).equals(lower))
                .findFirst();
    }

    /** What stands behind a number for people: {@code us}, {@code ops/s}, {@code KB}. */
    String shortSymbol() {
        return dimension == Dimension.RATE ? symbol : written;
    }

    /** As one writes it in a budget: {@code us}, {@code /s}, {@code KB}. */
    String written() {
        return written;
    }

    /** How many base units of its dimension it is. */
    double factor() {
        return factor;
    }

    /** Whether numbers for people are printed in it: times are not, beyond seconds. */
    boolean isReadable() {
        return this != MINUTES && this != HOURS && this != DAYS;
    }

    private boolean isWritten(String text) {
        return text.equals(symbol) || text.equals(written);
    }

    private static String withoutSynonyms(String text) {
        return text.replace('\u00b5', 'u').replace('\u03bc', 'u').replace("iB", "B");
    }
}
