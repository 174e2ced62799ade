package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.Resource;
import dev.perfbudget.model.Resource.Summary;
import java.util.EnumMap;
import java.util.Map;

/** What a process used from a first reading to the last one so far, and the machine meanwhile. */
final class ProcessSpan {

    private static final double MILLIS_PER_SECOND = 1e3;

    private final Reading first;
    private final Levels process = new Levels();
    private final Levels system = new Levels();
    private Reading last;

    ProcessSpan(Reading first) {
        this.first = first;
        this.last = first;
        process.add(first.values());
    }

    void add(Reading next) {
        last = next;
        process.add(next.values());
    }

    /** What a line of the series says of the machine. */
    void addSystem(Map<Resource, Double> line) {
        system.add(line);
    }

    Reading last() {
        return last;
    }

    Map<Resource, Double> figures() {
        var figures = new EnumMap<Resource, Double>(Resource.class);
        figures.putAll(system.figures());
        figures.putAll(process.figures());
        if (seconds() > 0) {
            figures.putAll(Increase.of(Summary.INCREASE, first.values(), last.values()));
            figures.put(Resource.OBSERVED, seconds() * MILLIS_PER_SECOND);
            addUtilisation(figures);
            addProcessors(figures);
        }
        return figures;
    }

    private double seconds() {
        return last.secondsSince(first);
    }

    private void addUtilisation(Map<Resource, Double> figures) {
        var user = figures.get(Resource.CPU_USER);
        var kernel = figures.get(Resource.CPU_KERNEL);
        if (user != null && kernel != null) {
            figures.put(Resource.CPU_UTILISATION, (user + kernel) / (seconds() * MILLIS_PER_SECOND));
        }
    }

    private void addProcessors(Map<Resource, Double> figures) {
        if (first.processors().isEmpty() || last.processors().isEmpty()) {
            return;
        }
        var now = last.processors().get();
        var shares = now.since(first.processors().get());
        figures.putAll(shares);
        var busy = shares.get(Resource.SYSTEM_CPU);
        var own = figures.get(Resource.CPU_UTILISATION);
        if (busy != null && own != null) {
            // Both clocks tick in steps of 10 ms, so that nobody else may come out as a little less than nothing.
            figures.put(Resource.SYSTEM_FOREIGN, Math.max(0, now.processors(busy) - own));
        }
    }
}
