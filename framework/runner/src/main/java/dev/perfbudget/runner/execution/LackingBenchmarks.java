package dev.perfbudget.runner.execution;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

/**
 * What the baseline does not have is measured alone: a fork as soon as that is known, the others once all blocks are done.
 * Without any it would count as not measured, however much time blocks of others have had.
 */
final class LackingBenchmarks {

    private final Collection<PairedBenchmark> all;
    private final Rounds alone;

    /** @param all benchmarks of the plan, of which any may turn out to lack a baseline */
    LackingBenchmarks(Collection<PairedBenchmark> all, Rounds alone) {
        this.all = List.copyOf(all);
        this.alone = alone;
    }

    /** Runs a fork of each that has none. */
    void runFirst() throws IOException {
        alone.runFirst(found());
    }

    /** Runs what else is planned of them, in the time that is left. */
    void runRest() throws IOException {
        alone.run(found());
    }

    /** Those that are known by now. */
    List<MeasuredBenchmark> found() {
        return all.stream()
                .filter(PairedBenchmark::isAlone)
                .map(PairedBenchmark::measured)
                .toList();
    }
}
