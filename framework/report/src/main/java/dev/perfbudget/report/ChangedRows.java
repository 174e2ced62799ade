package dev.perfbudget.report;

import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is worth looking at in a suite: what is waived, failed, open or improved. */
final class ChangedRows {

    private ChangedRows() {}

    static List<VerdictRow> of(SuiteVerdict suite, BenchmarkNames names) {
        return suite.benchmarks().stream()
                .filter(ChangedRows::isWorthLooking)
                .flatMap(benchmark -> of(benchmark, names.of(benchmark)))
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::row)
                .toList();
    }

    /** Whether there is more to say of it than that all is well. */
    static boolean isWorthLooking(BenchmarkVerdict benchmark) {
        return benchmark.outcome() != Outcome.PASSED
                || !benchmark.failures().isEmpty()
                || benchmark.limits().stream().anyMatch(limit -> limit.state() != LimitVerdict.State.HELD)
                || benchmark.compared().stream()
                        .anyMatch(sample -> sample.verdict().kind() != Kind.UNCHANGED);
    }

    private static Stream<Ranked> of(BenchmarkVerdict benchmark, BenchmarkName name) {
        var rows = Stream.of(
                        benchmark.limits().stream()
                                .filter(limit -> limit.state() != LimitVerdict.State.HELD)
                                .map(limit -> new Ranked(rank(limit), VerdictRow.ofLimit(limit, name))),
                        benchmark.compared().stream()
                                .filter(sample -> sample.verdict().kind() != Kind.UNCHANGED)
                                .map(sample -> new Ranked(rank(sample), VerdictRow.ofSample(sample, name))),
                        FailureView.FailedForks.of(benchmark.failures()).stream()
                                .map(forks -> new Ranked(Ranked.BAD, VerdictRow.ofForks(forks, name))))
                .flatMap(kind -> kind)
                .toList();
        return rows.isEmpty() ? Stream.of(new Ranked(Ranked.BAD, VerdictRow.ofScore(benchmark, name))) : rows.stream();
    }

    private static int rank(LimitVerdict limit) {
        return switch (Tone.of(limit.state())) {
            case BAD -> Ranked.BAD;
            case OPEN -> Ranked.OPEN;
            case GOOD, NEUTRAL -> Ranked.GOOD;
        };
    }

    private static int rank(SampleVerdict sample) {
        if (sample.waiver().isPresent()) {
            return Ranked.WAIVED;
        }
        return switch (Tone.of(sample)) {
            case BAD -> Ranked.BAD;
            case OPEN -> Ranked.OPEN;
            case GOOD, NEUTRAL -> Ranked.GOOD;
        };
    }

    private record Ranked(int rank, VerdictRow row) {
        static final int WAIVED = 0;
        static final int BAD = 1;
        static final int OPEN = 2;
        static final int GOOD = 3;
    }
}
