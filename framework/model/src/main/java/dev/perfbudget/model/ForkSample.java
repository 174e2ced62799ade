package dev.perfbudget.model;

import java.util.List;

/**
 * What one fork says of one metric.
 *
 * @param values in the sample's unit, one for each iteration that counts: the steady ones, or all measured ones of a
 *     fork that was not steady; a single one where the fork gives one figure as a whole. A value may be NaN where the
 *     tool that measured it wrote that.
 * @param steady whether the fork's times stayed level
 */
public record ForkSample(List<Double> values, boolean steady) {

    public ForkSample {
        values = List.copyOf(values);
    }
}
