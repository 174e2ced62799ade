package dev.perfbudget.model;

import java.time.LocalDate;

/**
 * A regression that a team accepts for a while: listed first in every report.
 *
 * @param benchmark pattern as in the budget file: {@code com.acme.*Bench.parse*{size=10}}
 * @param metric pattern of the metric: {@code mean}, {@code *}
 * @param largestRatio candidate over baseline, up to which the regression passes; above 1
 * @param reason for people
 * @param expires the last day on which it is in force
 */
public record Waiver(String benchmark, String metric, double largestRatio, String reason, LocalDate expires) {

    public Waiver {
        if (!(largestRatio > 1) || Double.isInfinite(largestRatio)) {
            throw new IllegalArgumentException("The largest ratio of the waiver for [" + benchmark
                    + "] must be above 1, such as 1.15, not [" + largestRatio + "]");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("The waiver for [" + benchmark + "] must give a reason");
        }
    }

    /** Whether it speaks of a sample. */
    public boolean covers(SampleId sample) {
        return BudgetPattern.of(benchmark).matches(sample.benchmark(), sample.params())
                && BudgetPattern.of(metric).matches(sample.metric(), sample.params());
    }

    /** Whether it may speak of several benchmarks. */
    public boolean isPattern() {
        return benchmark.contains("*");
    }

    /** Whether its last day is over. */
    public boolean isExpired(LocalDate today) {
        return today.isAfter(expires);
    }
}
