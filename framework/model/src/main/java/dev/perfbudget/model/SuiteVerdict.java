package dev.perfbudget.model;

import dev.perfbudget.model.LimitVerdict.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The decision about everything that was measured.
 *
 * @param benchmarks limits of what was measured, in the order of the runs
 * @param comparison with a baseline, if there was one
 * @param notes what people should know, over all runs
 */
public record SuiteVerdict(
        Outcome outcome,
        Policy policy,
        List<BenchmarkVerdict> benchmarks,
        Optional<SuiteComparison> comparison,
        List<String> notes) {

    public SuiteVerdict {
        benchmarks = List.copyOf(benchmarks);
        notes = List.copyOf(notes);
    }

    /** Without a comparison. */
    public SuiteVerdict(Outcome outcome, Policy policy, List<BenchmarkVerdict> benchmarks, List<String> notes) {
        this(outcome, policy, benchmarks, Optional.empty(), notes);
    }

    /**
     * Of several runs, together: the worst outcome of any, and the strictest policy.
     *
     * @param suites at least one
     */
    public static SuiteVerdict together(List<SuiteVerdict> suites) {
        if (suites.size() == 1) {
            return suites.get(0);
        }
        return new SuiteVerdict(
                Outcome.worst(suites.stream().map(SuiteVerdict::outcome)),
                suites.stream()
                        .map(SuiteVerdict::policy)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                suites.stream().flatMap(suite -> suite.benchmarks().stream()).toList(),
                SuiteComparison.together(suites.stream()
                        .flatMap(suite -> suite.comparison().stream())
                        .toList()),
                suites.stream()
                        .flatMap(suite -> suite.notes().stream())
                        .distinct()
                        .toList());
    }

    /** How many of what there are: a benchmark counts once, however many samples of it were compared. */
    public Counts counts() {
        return new Counts(
                benchmarks.size(),
                withOutcome(Outcome.PASSED),
                withOutcome(Outcome.FAILED),
                withOutcome(Outcome.INCONCLUSIVE),
                compared(Verdict.NoBaseline.class),
                compared(Verdict.Invalid.class),
                limits(State.HELD),
                limits(State.BROKEN),
                limits(State.UNDECIDED),
                limits(State.UNMEASURED));
    }

    /** Limits held of limits set, from 0 to 1; empty if none is set. */
    public OptionalDouble compliance() {
        var counts = counts();
        var set = counts.limitsHeld() + counts.limitsBroken() + counts.limitsUndecided() + counts.limitsUnmeasured();
        return set == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) counts.limitsHeld() / set);
    }

    /**
     * From 0 to 100, for people: of every limit and every sample that was judged, 1 if it is good (held, unchanged,
     * improved), a half if it is open or waived, 0 if it is bad (broken, regressed, not measured); the mean of these
     * in per cent, rounded down, so that 100 is all good. Samples without a baseline or that cannot be compared do not
     * count. Empty if nothing counts.
     */
    public OptionalInt score() {
        var counts = counts();
        var good = counts.limitsHeld();
        var open = counts.limitsUndecided();
        var bad = counts.limitsBroken() + counts.limitsUnmeasured();
        if (comparison.isPresent()) {
            var samples = comparison.get().counts();
            good += samples.unchanged() + samples.improved();
            open += samples.inconclusive() + samples.waived();
            bad += samples.regressed() - samples.waived() + comparison.get().unmeasured();
        }
        var all = good + open + bad;
        return all == 0 ? OptionalInt.empty() : OptionalInt.of((100 * good + 50 * open) / all);
    }

    /** What a process that judged it ends with. */
    public ExitStatus exitStatus() {
        return switch (outcome) {
            case PASSED -> ExitStatus.PASSED;
            case INCONCLUSIVE -> ExitStatus.INCONCLUSIVE;
            case INVALID -> ExitStatus.UNMEASURED;
            case FAILED -> limits(State.BROKEN) > 0 || hasRegressed() ? ExitStatus.BROKEN : ExitStatus.UNMEASURED;
        };
    }

    /**
     * Whether something that should have been measured was not: no policy and no other verdict excuses that. What was
     * measured and cannot be compared is not meant.
     */
    public boolean isUnmeasured() {
        return (outcome == Outcome.INVALID && benchmarks.isEmpty())
                || benchmarks.stream().anyMatch(BenchmarkVerdict::isUnmeasured)
                || !gone().isEmpty();
    }

    /** Of a comparison with a stored baseline, what the baseline has and no benchmark gave. */
    public List<SampleVerdict> gone() {
        var measured = benchmarks.stream()
                .flatMap(benchmark -> benchmark.samples().stream())
                .collect(Collectors.toSet());
        return benchmarks.isEmpty()
                ? List.of()
                : comparison.stream()
                        .flatMap(found -> found.verdicts().stream())
                        .filter(sample -> !measured.contains(sample))
                        .toList();
    }

    /**
     * The same, but something that should have been measured is in none of the runs.
     *
     * @param notes what and why
     */
    public SuiteVerdict without(List<String> notes) {
        if (notes.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(this.notes);
        all.addAll(notes);
        return new SuiteVerdict(Outcome.FAILED, policy, benchmarks, comparison, all);
    }

    private boolean hasRegressed() {
        return comparison.map(SuiteComparison::failsByRegression).orElse(false);
    }

    private int withOutcome(Outcome wanted) {
        return Math.toIntExact(benchmarks.stream()
                .filter(benchmark -> benchmark.outcome() == wanted)
                .count());
    }

    private int compared(Class<? extends Verdict> verdict) {
        return Math.toIntExact(benchmarks.stream()
                .filter(benchmark -> verdict.isInstance(benchmark.comparison()))
                .count());
    }

    private int limits(State state) {
        return Math.toIntExact(benchmarks.stream()
                .flatMap(benchmark -> benchmark.limits().stream())
                .filter(limit -> limit.state() == state)
                .count());
    }

    /** How many benchmarks and limits came out how. */
    public record Counts(
            int benchmarks,
            int passed,
            int failed,
            int inconclusive,
            int noBaseline,
            int invalid,
            int limitsHeld,
            int limitsBroken,
            int limitsUndecided,
            int limitsUnmeasured) {}
}
