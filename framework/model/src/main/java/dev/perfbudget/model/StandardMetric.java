package dev.perfbudget.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The metrics that {@code @PerfBudget} has an attribute for. */
public enum StandardMetric implements Metric {
    /** Mean time per operation. */
    MEAN("mean", Dimension.TIME),
    MEDIAN("median", Dimension.TIME, 0.5),
    P90("p90", Dimension.TIME, 0.9),
    P95("p95", Dimension.TIME, 0.95),
    P99("p99", Dimension.TIME, 0.99),
    P999("p999", Dimension.TIME, 0.999),
    /** Slowest single operation. */
    MAX("max", Dimension.TIME, 1),
    /** Operations per time, all threads together. */
    THROUGHPUT("throughput", Dimension.RATE),
    /** Bytes allocated per operation. */
    ALLOCATION("allocation", Dimension.MEMORY),
    /** Share of wall time that garbage collection takes. */
    GC_TIME("gcTime", Dimension.SHARE),
    /** Processor time of the whole JVM per operation. */
    CPU("cpu", Dimension.TIME),
    /** Peak of the JVM's resident memory. */
    RSS("rss", Dimension.MEMORY),
    /** Share of operations that fail. */
    ERRORS("errors", Dimension.SHARE);

    private static final double NOT_A_QUANTILE = -1;

    private final String label;
    private final Dimension dimension;
    private final double probability;

    StandardMetric(String label, Dimension dimension) {
        this(label, dimension, NOT_A_QUANTILE);
    }

    StandardMetric(String label, Dimension dimension, double probability) {
        this.label = label;
        this.dimension = dimension;
        this.probability = probability;
    }

    /** The metric of a label. */
    public static Optional<StandardMetric> labelled(String label) {
        return Arrays.stream(values())
                .filter(metric -> metric.label.equals(label))
                .findFirst();
    }

    @Override
    public String label() {
        return label;
    }

    /** The labels of all of them. */
    static List<String> labels() {
        return Arrays.stream(values()).map(StandardMetric::label).toList();
    }

    /** Whether a label that is none was surely meant for one: {@code gctime}, {@code P99}, {@code p98}. */
    static boolean looksLikeOne(String label) {
        return label.matches("[pP][0-9.]+") || labels().stream().anyMatch(label::equalsIgnoreCase);
    }

    /** Which values are good. */
    public Direction direction() {
        return dimension.direction();
    }

    @Override
    public int order() {
        return List.of(values()).indexOf(this);
    }

    @Override
    public Optional<Dimension> dimension() {
        return Optional.of(dimension);
    }

    /** Which part of single operations is at or below it, if it is a quantile of their times. */
    public OptionalDouble probability() {
        return probability == NOT_A_QUANTILE ? OptionalDouble.empty() : OptionalDouble.of(probability);
    }

    /** Whether a mode gives it: quantiles only where single operations are timed, memory of a JVM only of a fork. */
    public boolean isGivenBy(BenchmarkMode mode) {
        return isRecorded()
                && (probability == NOT_A_QUANTILE || mode.timesSingleOperations())
                && !(this == RSS && mode == BenchmarkMode.IN_PLACE);
    }

    /** Whether this version measures it at all. */
    public boolean isRecorded() {
        return this != ERRORS;
    }

    @Override
    public String toString() {
        return label;
    }
}
