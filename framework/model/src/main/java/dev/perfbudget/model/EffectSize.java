package dev.perfbudget.model;

import java.util.Optional;

/**
 * How far the candidate is from the baseline: candidate over baseline in time per operation, or in another metric of
 * which less is better. Worse is larger; 1 is no difference.
 *
 * @param interval of the ratio; empty where there is too little for one, or where the figures are exact
 */
public record EffectSize(double ratio, Optional<ConfidenceInterval> interval) {

    public EffectSize {
        if (!(ratio > 0) || Double.isInfinite(ratio)) {
            throw new IllegalArgumentException("A ratio is above zero and finite, not [" + ratio + "]");
        }
    }
}
