package dev.perfbudget.runner.execution;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.Pairing.DisturbedBlock;
import dev.perfbudget.model.Pairing.PairedForks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says how many blocks were measured again, how many were not although they were disturbed, and why. */
final class DisturbedBlocks {

    private static final int MOST_NAMED = 3;

    private final List<String> replaced = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    DisturbedBlocks(Collection<PairedForks> benchmarks) {
        for (var benchmark : benchmarks) {
            benchmark.disturbed().forEach(block -> (block.replaced().isPresent() ? replaced : kept)
                    .add(words(benchmark.id(), block)));
        }
    }

    /**
     * {@code 2 blocks were measured again, because they were disturbed: JsonBench.parse, block 2 (steal 14 %), …; 1 more was
     * disturbed and kept, …}; empty if none was.
     */
    Optional<String> note() {
        var clauses = new ArrayList<String>();
        if (!replaced.isEmpty()) {
            clauses.add(count(replaced, "block") + " measured again, because "
                    + (replaced.size() == 1 ? "it was" : "they were") + " disturbed: " + named(replaced));
        }
        if (!kept.isEmpty()) {
            clauses.add(count(kept, replaced.isEmpty() ? "block" : "more")
                    + " disturbed and kept, for at most half as many are measured again, and none that there is no time for: "
                    + named(kept));
        }
        return Optional.of(String.join("; ", clauses)).filter(note -> !note.isEmpty());
    }

    private static String words(BenchmarkId id, DisturbedBlock block) {
        return id.shortName() + ", block " + (block.index() + 1) + " (" + String.join(", ", block.signs()) + ")";
    }

    private static String count(List<String> blocks, String noun) {
        var plural = noun.equals("block") && blocks.size() > 1 ? "s" : "";
        return blocks.size() + " " + noun + plural + (blocks.size() == 1 ? " was" : " were");
    }

    private static String named(List<String> blocks) {
        var first = blocks.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return blocks.size() > MOST_NAMED ? first + " and " + (blocks.size() - MOST_NAMED) + " more" : first;
    }
}
