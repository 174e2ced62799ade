package dev.perfbudget.model;

import java.util.List;
import java.util.Optional;

/**
 * The baseline's side of a run that was measured in blocks, or would have been if the baseline had anything of it.
 *
 * @param baseline what the candidate was compared with, for people: {@code git:origin/main (a1b2c3d)}
 * @param seed from which was drawn whose turn it was
 * @param differences between the class paths of the sides, in words
 * @param benchmarks in the order of the run
 * @param control what was measured beside itself; absent if nothing was
 * @param absence why the baseline has nothing of the whole module, so that the candidate was measured alone: {@code
 *     commit a1b2c3d has no module [com.acme:shop]}; absent if it has
 */
public record Pairing(
        String baseline,
        long seed,
        List<String> differences,
        List<PairedForks> benchmarks,
        Optional<Control> control,
        Optional<String> absence) {

    public Pairing {
        differences = List.copyOf(differences);
        benchmarks = List.copyOf(benchmarks);
    }

    /** With a baseline that has something of the module. */
    public Pairing(
            String baseline,
            long seed,
            List<String> differences,
            List<PairedForks> benchmarks,
            Optional<Control> control) {
        this(baseline, seed, differences, benchmarks, control, Optional.empty());
    }

    /** One without a control. */
    public Pairing(String baseline, long seed, List<String> differences, List<PairedForks> benchmarks) {
        this(baseline, seed, differences, benchmarks, Optional.empty());
    }

    /** With a baseline that has nothing of the module, and so none of its benchmarks. */
    public static Pairing absent(String baseline, long seed, List<BenchmarkId> benchmarks, String why) {
        return new Pairing(
                baseline,
                seed,
                List.of(),
                benchmarks.stream()
                        .map(id -> new PairedForks(id, List.of(), Optional.of(why)))
                        .toList(),
                Optional.empty(),
                Optional.of(why));
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
     * @param disturbed blocks during which too much else happened, in the order of time
     */
    public record PairedForks(BenchmarkId id, List<Fork> forks, Optional<String> lack, List<DisturbedBlock> disturbed) {

        public PairedForks {
            forks = List.copyOf(forks);
            disturbed = List.copyOf(disturbed);
        }

        /** Those of blocks that nothing disturbed. */
        public PairedForks(BenchmarkId id, List<Fork> forks, Optional<String> lack) {
            this(id, forks, lack, List.of());
        }
    }

    /** Two forks that took turns. */
    public record BlockForks(Fork baseline, Fork candidate) {}

    /**
     * Blocks of a calibration kernel of which both sides are the same: their true ratio is 1.
     *
     * @param blocks in the order of time
     */
    public record Control(List<BlockForks> blocks) {

        public Control {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * A block during which too much else happened, by what was seen from outside.
     *
     * @param index of the block, or of the one that was measured in its place
     * @param signs of it, in words: {@code steal 14 %}
     * @param replaced its forks, which no verdict knows, if another was measured in its place; absent if it was kept
     */
    public record DisturbedBlock(int index, List<String> signs, Optional<BlockForks> replaced) {

        public DisturbedBlock {
            signs = List.copyOf(signs);
        }
    }
}
