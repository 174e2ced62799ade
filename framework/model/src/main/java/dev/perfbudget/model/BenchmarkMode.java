package dev.perfbudget.model;

import java.util.Arrays;
import java.util.Optional;

/** JMH's modes, by the short labels that JMH prints, and ours. */
public enum BenchmarkMode {
    THROUGHPUT("thrpt"),
    AVERAGE_TIME("avgt"),
    SAMPLE_TIME("sample"),
    SINGLE_SHOT("ss"),
    /** An ordinary test, measured in its own JVM: never comparable with what forks measure. */
    IN_PLACE("inPlace");

    private final String label;

    BenchmarkMode(String label) {
        this.label = label;
    }

    /** {@code thrpt avgt sample ss inPlace}. */
    public String label() {
        return label;
    }

    /** Whether times of single operations are known, and so their quantiles. */
    public boolean timesSingleOperations() {
        return this == SAMPLE_TIME || this == SINGLE_SHOT || this == IN_PLACE;
    }

    /** The mode of a label, if there is one. */
    public static Optional<BenchmarkMode> labelled(String label) {
        return Arrays.stream(values()).filter(mode -> mode.label.equals(label)).findFirst();
    }

    /** The mode of a label. */
    public static BenchmarkMode ofLabel(String label) {
        return labelled(label)
                .orElseThrow(() -> new IllegalArgumentException("No benchmark mode has the label [" + label + "]"));
    }
}
