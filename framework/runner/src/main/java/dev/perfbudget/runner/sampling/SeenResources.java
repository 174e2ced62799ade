package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.Resource;
import java.util.Map;

/**
 * What was seen of one fork from outside, by label. What was not seen is no number, and so beyond no limit.
 */
record SeenResources(Map<String, Double> figures) {

    double of(Resource resource) {
        return figures.getOrDefault(resource.label(), Double.NaN);
    }

    /** In milliseconds. */
    double processorTime() {
        return of(Resource.CPU_USER) + of(Resource.CPU_KERNEL);
    }

    /** No number of nothing. */
    static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }
}
