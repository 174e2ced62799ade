package dev.perfbudget.runner.execution;

import dev.perfbudget.judge.Suspects;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.LimitVerdict.State;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.protocol.FromRunner;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Measures some benchmarks in more blocks, after a look at all of them. */
final class FurtherBlocks {

    private final BlockRounds rounds;
    private final WallCap cap;
    private final Audience audience;
    private final RunNotes notes;

    FurtherBlocks(BlockRounds rounds, WallCap cap, Audience audience, RunNotes notes) {
        this.rounds = rounds;
        this.cap = cap;
        this.audience = audience;
        this.notes = notes;
    }

    /** Those whose limits a first look left open get about as many blocks again, once, as other forks do. */
    void extend(Collection<PairedBenchmark> benchmarks, SuiteVerdict firstLook, ComparisonRules rules)
            throws IOException {
        var undecided = firstLook.benchmarks().stream()
                .filter(benchmark -> benchmark.has(State.UNDECIDED))
                .map(BenchmarkVerdict::id)
                .collect(Collectors.toSet());
        var toConfirm = benchmarks.stream().map(PairedBenchmark::untilConfirmed).reduce(Duration.ZERO, Duration::plus);
        var chosen = inTime(
                benchmarks.stream()
                        .filter(benchmark ->
                                undecided.contains(benchmark.measured().id()) && benchmark.isExtensible())
                        .toList(),
                toConfirm);
        if (chosen.isEmpty()) {
            return;
        }
        say("Limits undecided after these blocks, so measured in about as many again: " + names(chosen));
        chosen.forEach(PairedBenchmark::extend);
        // All of them, so that time to confirm others is kept back.
        rounds.run(benchmarks, rules);
    }

    /** What looks regressed gets fresh blocks, if there is time for any. */
    void confirm(Collection<PairedBenchmark> benchmarks, Suspects suspects, ComparisonRules rules) throws IOException {
        var chosen = benchmarks.stream()
                .filter(benchmark -> suspects.has(benchmark.measured().id()))
                .toList();
        var inTime = confirmedInTime(chosen, rules.looks().get(0));
        if (!inTime.isEmpty()) {
            say("Looks regressed, so measured in fresh blocks, which alone decide: " + names(inTime));
        }
        var late =
                chosen.stream().filter(benchmark -> !inTime.contains(benchmark)).toList();
        if (!late.isEmpty()) {
            say("Looks regressed, and no time is left for fresh blocks, which alone decide: " + names(late));
        }
        chosen.forEach(benchmark -> benchmark.confirm(suspects.samples()::contains));
        rounds.run(chosen, rules.withAlpha(suspects.alpha()));
    }

    /** Those that blocks are probably begun of: each comes to its first look before the next one begins. */
    private List<PairedBenchmark> confirmedInTime(List<PairedBenchmark> chosen, int firstLook) {
        var soonest = chosen.stream()
                .sorted(Comparator.comparing(PairedBenchmark::expected))
                .toList();
        var inTime = new ArrayList<PairedBenchmark>();
        var taken = Duration.ZERO;
        for (var benchmark : soonest) {
            if (cap.allows(taken.plus(benchmark.expected()))) {
                inTime.add(benchmark);
            }
            taken = taken.plus(benchmark.expected().multipliedBy(firstLook));
        }
        return inTime;
    }

    /**
     * Those for which there is probably time for a block of each.
     *
     * @param reserve that is kept back for others
     */
    private List<PairedBenchmark> inTime(List<PairedBenchmark> chosen, Duration reserve) {
        var inTime = new ArrayList<PairedBenchmark>();
        var taken = reserve;
        for (var benchmark : chosen) {
            taken = taken.plus(benchmark.expected());
            if (cap.allows(taken)) {
                inTime.add(benchmark);
            }
        }
        return inTime;
    }

    private static String names(List<PairedBenchmark> benchmarks) {
        return benchmarks.stream()
                .map(benchmark -> benchmark.measured().id().shortName())
                .collect(Collectors.joining(", "));
    }

    private void say(String line) {
        notes.add(line);
        audience.tell(new FromRunner.Notice(line));
    }
}
