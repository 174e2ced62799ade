package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.Resource;
import dev.perfbudget.model.Resource.Summary;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The machine from line to line: levels as they are, counters as rates, processors as shares since the line before. */
final class SystemSeries {

    private Optional<Reading> previous = Optional.empty();

    Map<Resource, Double> next(Reading reading) {
        var line = new EnumMap<Resource, Double>(Resource.class);
        reading.values().forEach((resource, value) -> {
            if (resource.summary() != Summary.MEAN_RATE) {
                line.put(resource, value);
            }
        });
        previous.ifPresent(before -> {
            addRates(line, before, reading);
            addShares(line, before, reading);
        });
        previous = Optional.of(reading);
        return line;
    }

    private static void addRates(Map<Resource, Double> line, Reading before, Reading now) {
        var seconds = now.secondsSince(before);
        if (seconds > 0) {
            Increase.of(Summary.MEAN_RATE, before.values(), now.values())
                    .forEach((resource, increase) -> line.put(resource, increase / seconds));
        }
    }

    private static void addShares(Map<Resource, Double> line, Reading before, Reading now) {
        before.processors()
                .flatMap(earlier -> now.processors().map(times -> times.since(earlier)))
                .ifPresent(line::putAll);
    }
}
