package dev.perfbudget.model;

import java.util.List;
import java.util.Optional;

/**
 * The baseline's side of a run that was measured in blocks.
 *
 * @param baseline what the candidate was compared with, for people: {@code git:origin/main (a1b2c3d)}
 * @param seed from which was drawn whose turn it was
 * @param differences between the class paths of the sides, in words
 * @param benchmarks in the order of the run
 */
public record Pairing(String baseline, long seed, List<String> differences, List<PairedForks> benchmarks) {

    public Pairing {
        differences = List.copyOf(differences);
        benchmarks = List.copyOf(benchmarks);
    }

    /** What the baseline's side has of a benchmark. */
    public Optional<PairedForks> of(BenchmarkId benchmark) {
        return benchmarks.stream()
                .filter(paired -> paired.id().equals(benchmark))
                .findFirst();
    }

    /**
     * What the baseline's side has of one benchmark.
     *
     * @param forks of which the n-th took turns with the n-th fork of the candidate
     * @param lack why there are none, or no more: {@code does not link: …}
     */
    public record PairedForks(BenchmarkId id, List<Fork> forks, Optional<String> lack) {

        public PairedForks {
            forks = List.copyOf(forks);
        }
    }
}
