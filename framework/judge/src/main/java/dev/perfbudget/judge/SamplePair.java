package dev.perfbudget.judge;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.SampleKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A sample of the baseline and the one of the candidate that it is compared with; one of them may be missing.
 *
 * <p>Samples belong together by id and mode; one whose file does not tell its mode belongs to those of the only mode that
 * other files of its side tell. Those of the same id that are left over, because their modes differ or one
 * is unknown, are put together as well: that their modes differ is then for comparability to say.
 */
record SamplePair(Optional<SideSample> baseline, Optional<SideSample> candidate) {

    /** All samples of both sides: in the order of the baseline, then those that only the candidate has. */
    static List<SamplePair> of(List<Measurements> baseline, List<Measurements> candidate) {
        var baselines = bySample(baseline);
        var candidates = bySample(candidate);
        var taken = new LinkedHashMap<SampleKey, SideSample>();
        baselines.keySet().forEach(key -> Optional.ofNullable(candidates.remove(key))
                .ifPresent(found -> taken.put(key, found)));
        var pairs = new ArrayList<SamplePair>();
        baselines.forEach((key, sample) -> pairs.add(new SamplePair(
                Optional.of(sample),
                Optional.ofNullable(taken.get(key)).or(() -> takeOfAnyMode(candidates, key.id())))));
        candidates.values().forEach(sample -> pairs.add(new SamplePair(Optional.empty(), Optional.of(sample))));
        return pairs;
    }

    /** Whichever there is. */
    Sample any() {
        return candidate.or(() -> baseline).orElseThrow().sample();
    }

    private static Optional<SideSample> takeOfAnyMode(Map<SampleKey, SideSample> candidates, SampleId id) {
        return candidates.keySet().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .map(candidates::remove);
    }

    private static Map<SampleKey, SideSample> bySample(List<Measurements> side) {
        var modes = modes(side);
        var samples = new LinkedHashMap<SampleKey, SideSample>();
        side.stream()
                .flatMap(measurements -> measurements.samples().stream())
                .forEach(sample -> samples.merge(key(sample, modes), SideSample.of(sample), SideSample::with));
        return samples;
    }

    private static Map<SampleId, Set<BenchmarkMode>> modes(List<Measurements> side) {
        return side.stream()
                .flatMap(measurements -> measurements.samples().stream())
                .collect(groupingBy(Sample::id, flatMapping(sample -> sample.mode().stream(), toSet())));
    }

    private static SampleKey key(Sample sample, Map<SampleId, Set<BenchmarkMode>> modes) {
        var known = modes.getOrDefault(sample.id(), Set.of());
        return new SampleKey(sample.id(), sample.mode().or(() -> known.stream()
                .filter(mode -> known.size() == 1)
                .findFirst()));
    }
}
