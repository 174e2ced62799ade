package dev.perfbudget.report.chart;

import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Resource;
import dev.perfbudget.model.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One resource over the lives of forks.
 *
 * @param name {@code processors used}
 * @param suffix of its unit: {@code /s}, or empty
 * @param steps in the order of time
 */
record ResourceSeries(String name, Unit unit, String suffix, List<Step> steps) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1e3;

    /**
     * A value from one second of the time line to another.
     *
     * @param fork which of the forks it is of, from 0
     */
    record Step(int fork, double from, double to, double value) {}

    ResourceSeries {
        steps = steps.stream().filter(step -> Range.isDrawable(step.value())).toList();
    }

    /** All that is known, without what is nowhere above zero. */
    static List<ResourceSeries> of(Timeline time, ResourceLines lines) {
        return Stream.of(
                        counter("processors used", Unit.COUNT, "", "cpu", 1 / NANOS_PER_SECOND, time),
                        memory(time, lines),
                        counter("allocated", Unit.BYTES, "/s", "allocated", 1, time),
                        counter("garbage collection", Unit.PERCENT, "", "gc.time", 100 / MILLIS_PER_SECOND, time),
                        counter("compilation", Unit.PERCENT, "", "jit.time", 100 / MILLIS_PER_SECOND, time),
                        others(time, lines))
                .filter(series -> series.steps.stream().anyMatch(step -> step.value > 0))
                .toList();
    }

    double largest() {
        return steps.stream().mapToDouble(Step::value).max().orElse(0);
    }

    /** The same of each fork that has any. */
    List<ResourceSeries> byFork() {
        return steps.stream()
                .collect(Collectors.groupingBy(Step::fork, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(own -> new ResourceSeries(name, unit, suffix, own))
                .toList();
    }

    /** Where it was largest, of a series that has any steps. */
    Step peak() {
        return Collections.max(steps, Comparator.comparingDouble(Step::value));
    }

    /** Mean over time. */
    double mean() {
        var time = steps.stream().mapToDouble(step -> step.to - step.from).sum();
        return time > 0
                ? steps.stream()
                                .mapToDouble(step -> step.value * (step.to - step.from))
                                .sum()
                        / time
                : largest();
    }

    /** {@code 1.2 MB/s}. */
    String print(double value) {
        return new Quantity(value, unit).print() + suffix;
    }

    /** A counter of iterations, per second of theirs. */
    private static ResourceSeries counter(
            String name, Unit unit, String suffix, String counter, double factor, Timeline time) {
        return new ResourceSeries(
                name,
                unit,
                suffix,
                time.spans().stream()
                        .filter(span -> span.iteration().counters().containsKey(counter) && span.to() > span.from())
                        .map(span -> new Step(
                                span.fork(),
                                span.from(),
                                span.to(),
                                factor * count(span.iteration(), counter) / (span.to() - span.from())))
                        .toList());
    }

    private static double count(Iteration iteration, String counter) {
        return iteration.counters().getOrDefault(counter, 0L);
    }

    /** Resident memory as it was read; its peak where there are no readings. */
    private static ResourceSeries memory(Timeline time, ResourceLines lines) {
        var read = ofForks(time, lines, ResourceLines.Reading::memory);
        if (!read.isEmpty()) {
            return new ResourceSeries("resident memory", Unit.BYTES, "", read);
        }
        return new ResourceSeries(
                "resident memory, peaks",
                Unit.BYTES,
                "",
                IntStream.range(0, time.lives().size())
                        .mapToObj(fork -> peak(fork, time.lives().get(fork)))
                        .toList());
    }

    private static Step peak(int fork, Timeline.Life life) {
        return new Step(fork, life.from(), life.to(), figure(life, Resource.RSS));
    }

    private static double figure(Timeline.Life life, Resource resource) {
        return life.fork().resources().getOrDefault(resource.label(), Double.NaN);
    }

    private static ResourceSeries others(Timeline time, ResourceLines lines) {
        return new ResourceSeries(
                "processors that others used", Unit.COUNT, "", ofForks(time, lines, ResourceLines.Reading::others));
    }

    /** What was read while forks lived, each until the next reading. */
    private static List<Step> ofForks(
            Timeline time, ResourceLines lines, ToDoubleFunction<ResourceLines.Reading> value) {
        var steps = new ArrayList<Step>();
        for (var fork = 0; fork < time.lives().size(); fork++) {
            var life = time.lives().get(fork);
            var readings = lines.of(life.fork()).stream()
                    .filter(reading -> life.holds(reading.time()))
                    .toList();
            for (var i = 0; i < readings.size(); i++) {
                var to = i + 1 < readings.size()
                        ? life.second(readings.get(i + 1).time())
                        : life.to();
                steps.add(
                        new Step(fork, life.second(readings.get(i).time()), to, value.applyAsDouble(readings.get(i))));
            }
        }
        return steps.stream().filter(step -> Range.isDrawable(step.value())).toList();
    }
}
