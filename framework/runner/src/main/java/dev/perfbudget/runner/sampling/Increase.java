package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.Resource;
import dev.perfbudget.model.Resource.Summary;
import java.util.EnumMap;
import java.util.Map;

/** How much counters have grown. */
final class Increase {

    private Increase() {}

    /** Of the counters of one kind that both have; one that ran backwards, as after an overflow, says nothing. */
    static Map<Resource, Double> of(Summary kind, Map<Resource, Double> before, Map<Resource, Double> after) {
        var increases = new EnumMap<Resource, Double>(Resource.class);
        after.forEach((resource, value) -> {
            var earlier = before.get(resource);
            if (resource.summary() == kind && earlier != null && value >= earlier) {
                increases.put(resource, value - earlier);
            }
        });
        return increases;
    }
}
