package dev.perfbudget.judge;

import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.model.SampleVerdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a run that was measured in blocks has to be measured again, because it looks regressed.
 *
 * @param samples that look so
 * @param alpha at which each sample is judged then, over all its looks
 */
public record Suspects(Set<SampleKey> samples, double alpha) {

    public Suspects {
        samples = Set.copyOf(samples);
    }

    /** What the first stage of a run found. What a waiver lets pass is no suspect. */
    public static Suspects of(Run run, Baseline baseline) {
        return run.pairing()
                .map(pairing -> new PairedComparison(baseline.waivers()).suspects(run, pairing))
                .orElseGet(() -> new Suspects(Set.of(), 1));
    }

    static Suspects of(List<SampleVerdict> samples, double alpha) {
        return new Suspects(samples.stream().map(SampleVerdict::key).collect(Collectors.toSet()), alpha);
    }

    /** Whether a benchmark has such a sample. */
    public boolean has(BenchmarkId benchmark) {
        return samples.stream().anyMatch(sample -> sample.isOf(benchmark));
    }
}
