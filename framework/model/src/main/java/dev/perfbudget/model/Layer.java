package dev.perfbudget.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The budget that one place declares. Of several layers the strongest that says anything about a metric wins for that
 * metric, with all its limits for it.
 *
 * @param limits by metric; an empty list lifts what weaker layers say
 * @param slowdown absent if it says nothing; present with nothing inside if it lifts what weaker layers say
 * @param isGeneral whether it speaks of every benchmark of the run, also of those whose mode cannot give a metric
 */
record Layer(Map<Metric, List<Limit>> limits, Optional<Optional<Slowdown>> slowdown, boolean isGeneral) {

    Layer {
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    }
}
