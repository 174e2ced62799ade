package dev.perfbudget.judge;

import dev.perfbudget.statistics.ModeratedVariance;
import dev.perfbudget.statistics.VarianceEstimate;
import java.util.Optional;

/**
 * What the whole suite teaches of one location of one metric.
 *
 * @param sessions what sessions add to the variance
 * @param usual what variance between forks is usual; empty if there are too few neighbours to tell
 */
record LocationKnowledge(SessionEffect sessions, Optional<ModeratedVariance> usual) {

    /** A benchmark's own variance between forks, with what the neighbours are worth. */
    VarianceEstimate moderated(VarianceEstimate own) {
        return usual.map(found -> found.moderate(own)).orElse(own);
    }

    /** The same without what sessions add. */
    LocationKnowledge inOneSession() {
        return new LocationKnowledge(SessionEffect.NONE, usual);
    }
}
