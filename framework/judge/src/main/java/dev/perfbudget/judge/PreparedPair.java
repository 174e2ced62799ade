package dev.perfbudget.judge;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Sides;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A pair of samples of which it is known how to compare them; noisy ones wait for what the whole suite teaches. */
sealed interface PreparedPair {

    /** Itself, if it is one that the suite learns from. */
    Optional<NoisyPair> noisy();

    /** The comparison. */
    SampleComparison complete(Map<String, MetricKnowledge> knowledge);

    /** One that the suite has no part in. */
    record Ready(SampleComparison comparison) implements PreparedPair {

        @Override
        public Optional<NoisyPair> noisy() {
            return Optional.empty();
        }

        @Override
        public SampleComparison complete(Map<String, MetricKnowledge> knowledge) {
            return comparison;
        }
    }

    /**
     * One whose forks vary.
     *
     * @param unsteady forks whose times did not stay level
     */
    record NoisyPair(String metric, SidesOfSample sides, Sides unsteady, ComparisonRules rules)
            implements PreparedPair {

        @Override
        public Optional<NoisyPair> noisy() {
            return Optional.of(this);
        }

        @Override
        public SampleComparison complete(Map<String, MetricKnowledge> knowledge) {
            return new NoisyComparison(sides, unsteady, rules, Objects.requireNonNull(knowledge.get(metric)));
        }
    }
}
