package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.Resource;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What was read of things that go up and down, as one number for each. */
final class Levels {

    private final Map<Resource, DoubleSummaryStatistics> seen = new EnumMap<>(Resource.class);
    private final Map<Resource, Double> latest = new EnumMap<>(Resource.class);

    void add(Map<Resource, Double> values) {
        values.forEach((resource, value) -> {
            seen.computeIfAbsent(resource, first -> new DoubleSummaryStatistics())
                    .accept(value);
            latest.put(resource, value);
        });
    }

    Map<Resource, Double> figures() {
        var figures = new EnumMap<Resource, Double>(Resource.class);
        seen.forEach((resource, values) -> {
            switch (resource.summary()) {
                case HIGHEST -> figures.put(resource, values.getMax());
                case LOWEST -> figures.put(resource, values.getMin());
                case MEAN, MEAN_RATE -> figures.put(resource, values.getAverage());
                case LATEST -> figures.put(resource, latest.getOrDefault(resource, values.getMax()));
                case INCREASE, DERIVED -> {}
            }
        });
        Optional.ofNullable(seen.get(Resource.SYSTEM_FREQUENCY))
                .ifPresent(lines -> figures.put(Resource.SYSTEM_FREQUENCY_LOWEST, lines.getMin()));
        return figures;
    }
}
