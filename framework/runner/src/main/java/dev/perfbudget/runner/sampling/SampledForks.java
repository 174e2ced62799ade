package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.Resource;
import dev.perfbudget.model.ResourceSample;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What is known of the forks that are under way. For one thread; when it is called is up to others. */
final class SampledForks {

    /** The first readings take ten times as long as later ones. */
    private static final int READINGS_BEFORE = 10;

    private final CarefulSource source;
    private final Clocks clocks;
    private final Consumer<ResourceSample> series;
    private final CostBound cost;
    private final long start;
    private final SystemSeries system = new SystemSeries();
    private final Map<Long, SampledFork> forks = new LinkedHashMap<>();

    /** @param series is given a line at every poll */
    SampledForks(CarefulSource source, Clocks clocks, Duration period, Consumer<ResourceSample> series) {
        this.source = source;
        this.clocks = clocks;
        this.series = series;
        this.start = clocks.nanoTime();
        this.cost = new CostBound(period);
        cost.begin(start);
    }

    /** Reads and writes what it always will, so that all classes are loaded, and counts its cost from then on. */
    void warmUp() {
        var self = ProcessHandle.current().pid();
        for (var reading = 0; reading < READINGS_BEFORE; reading++) {
            source.livingProcess(self);
            source.processors();
            source.system();
        }
        poll();
        cost.begin(clocks.nanoTime());
    }

    /** A fork is alive and has not measured anything yet. */
    void ready(long pid) {
        charged(() ->
                source.livingProcess(pid).ifPresent(values -> forks.put(pid, new SampledFork(pid, reading(values)))));
    }

    /** A fork has ended its last iteration: what it does from now on is no longer its own affair. */
    void measured(long pid) {
        var fork = Optional.ofNullable(forks.get(pid));
        charged(() -> fork.flatMap(known -> source.process(pid))
                .ifPresent(values -> fork.get().whole().add(reading(values))));
        fork.ifPresent(SampledFork::end);
    }

    /** All that is known of a fork, which is then forgotten. */
    Map<Resource, Double> take(long pid) {
        return Optional.ofNullable(forks.remove(pid))
                .map(fork -> fork.whole().figures())
                .orElse(Map.of());
    }

    /** Reads the machine and all forks that are alive; tells when it wants to be called again. */
    long poll() {
        charged(() -> {
            var line = system.next(reading(source.system()));
            var living =
                    forks.values().stream().filter(fork -> !fork.hasEnded()).toList();
            living.forEach(fork -> poll(fork, line));
            series.accept(new ResourceSample(
                    clocks.time(),
                    Duration.ofNanos(clocks.nanoTime() - start),
                    Resource.byLabel(line),
                    living.stream()
                            .map(fork -> new ResourceSample.OfFork(fork.pid(), Resource.byLabel(fork.line())))
                            .toList()));
        });
        return cost.next(clocks.nanoTime());
    }

    SamplingCost cost() {
        return cost.cost(clocks.nanoTime());
    }

    private void poll(SampledFork fork, Map<Resource, Double> line) {
        fork.whole().addSystem(line);
        source.process(fork.pid()).ifPresentOrElse(values -> fork.poll(reading(values)), fork::end);
    }

    private Reading reading(Map<Resource, Double> values) {
        return new Reading(clocks.nanoTime(), values, source.processors());
    }

    private void charged(Runnable work) {
        var before = clocks.cpuNanos();
        work.run();
        cost.spend(clocks.cpuNanos() - before);
    }
}
