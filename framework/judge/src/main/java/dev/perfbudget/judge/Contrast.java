package dev.perfbudget.judge;

import dev.perfbudget.model.Sides;
import dev.perfbudget.model.Strength;
import dev.perfbudget.statistics.Precision;
import dev.perfbudget.statistics.RankTest;
import dev.perfbudget.statistics.TEstimate;
import java.util.Optional;

/** The two sides at one location of their forks: how far apart they are on the log scale, and how sure that is. */
interface Contrast {

    /** Logarithm of candidate over baseline. */
    double point();

    /** The same with what is known of chance; empty if nothing is. */
    Optional<TEstimate> estimate();

    /** The same by the plain test that its p value is named after, whatever stands behind the estimate. */
    Optional<TEstimate> plainEstimate();

    /** How precise it would be with more forks on the sides; more blocks are as many on both. */
    Optional<Precision> precisionWithMore(Sides more);

    /** What ranks alone say of a threshold; empty if there is nothing to rank. */
    Optional<RankTest> ranks(double threshold);

    /** How strong it is beside the noise. */
    Strength strength();
}
