package dev.perfbudget.runner.execution;

import dev.perfbudget.model.Resource;
import dev.perfbudget.model.Sampling;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.runner.host.ForkObserver;
import dev.perfbudget.runner.machine.OshiSource;
import dev.perfbudget.runner.recording.ResourceSeries;
import dev.perfbudget.runner.sampling.Sampler;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Has what the forks of a run use sampled from outside, unless that is switched off. */
final class ResourceWatch implements ForkObserver, Closeable {

    private final Sampling sampling;
    private final ResourceSeries series;
    private final Optional<Sampler> sampler;

    private ResourceWatch(Sampling sampling, ResourceSeries series, Optional<Sampler> sampler) {
        this.sampling = sampling;
        this.series = series;
        this.sampler = sampler;
    }

    /** Starts sampling. */
    static ResourceWatch start(Assignment assignment, ResourceSeries series) {
        var sampling = assignment.settings().value(SettingName.SAMPLING);
        var sampler =
                sampling.period().map(period -> Sampler.start(() -> new OshiSource(Path.of("/")), period, series));
        return new ResourceWatch(sampling, series, sampler);
    }

    @Override
    public void ready(long pid) {
        sampler.ifPresent(running -> running.ready(pid));
    }

    @Override
    public void measured(long pid) {
        sampler.ifPresent(running -> running.measured(pid));
    }

    /** What a finished fork used, by label. */
    Map<String, Double> resourcesOf(long pid) {
        return Resource.byLabel(sampler.map(running -> running.resourcesOf(pid)).orElse(Map.of()));
    }

    /** The same of a fork that took turns with another, which is no stranger. */
    static Map<String, Double> beside(Map<String, Double> own, Map<String, Double> other) {
        var foreign = Optional.ofNullable(own.get(Resource.SYSTEM_FOREIGN.label()));
        var partner = other.getOrDefault(Resource.CPU_UTILISATION.label(), 0.0);
        var resources = new TreeMap<>(own);
        foreign.ifPresent(all -> resources.put(Resource.SYSTEM_FOREIGN.label(), Math.max(0, all - partner)));
        return resources;
    }

    /** Says what sampling took and what it could not read, and tells people of the latter. */
    Map<String, String> conclude(RunNotes notes) {
        if (sampler.isEmpty()) {
            return Map.of(Sampling.FACT, sampling.toString());
        }
        var report = sampler.get().report();
        report.note().ifPresent(notes::add);
        series.failure().ifPresent(notes::add);
        var facts = new TreeMap<>(report.facts());
        facts.put(Sampling.FACT, sampling.toString());
        return facts;
    }

    @Override
    public void close() {
        sampler.ifPresent(Sampler::close);
        series.close();
    }
}
