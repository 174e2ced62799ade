package dev.perfbudget.model;

import java.util.List;

/**
 * What one fork says of one metric.
 *
 * @param values in the sample's unit, one for each iteration that counts: the steady ones, or all measured ones of a
 *     fork that was not steady; a single one where the fork gives one figure as a whole. A value may be NaN where the
 *     tool that measured it wrote that.
 * @param steady whether the fork's times stayed level
 * @param harness how much of a value may be the harness's own, in the sample's unit; a value that may be so altogether
 *     is 0
 */
public record ForkSample(List<Double> values, boolean steady, double harness) {

    public ForkSample {
        values = List.copyOf(values);
        if (!(harness >= 0) || Double.isInfinite(harness)) {
            throw new IllegalArgumentException("A harness has a share of at least zero, not [" + harness + "]");
        }
    }

    /** One in whose values the harness has no part. */
    public ForkSample(List<Double> values, boolean steady) {
        this(values, steady, 0);
    }
}
