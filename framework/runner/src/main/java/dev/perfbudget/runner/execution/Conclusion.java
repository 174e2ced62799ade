package dev.perfbudget.runner.execution;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.runner.recording.BenchmarkIds;
import dev.perfbudget.runner.recording.RunRecord;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the decision of a suite down and tells it, benchmark by benchmark. */
final class Conclusion {

    private static final int DETAIL_LINES = 30;
    private static final String ACCEPT = "mvn perfbudget:accept";

    private final Assignment assignment;
    private final RunRecord record;

    Conclusion(Assignment assignment, RunRecord record) {
        this.assignment = assignment;
        this.record = record;
    }

    void tell(SuiteVerdict suite) throws IOException {
        record.write(suite);
        Map<BenchmarkId, BenchmarkVerdict> verdicts = suite.benchmarks().stream()
                .collect(Collectors.toMap(BenchmarkVerdict::id, Function.identity(), (first, again) -> first));
        for (var benchmark : assignment.plan().benchmarks()) {
            var verdict = Optional.ofNullable(verdicts.get(BenchmarkIds.of(benchmark.key())));
            assignment
                    .audience()
                    .tell(verdict.map(known -> decided(benchmark.key(), known))
                            .orElseGet(() -> notJudged(benchmark.key())));
        }
        assignment.audience().tell(finished(suite, record));
    }

    /** The last word about a suite. */
    static FromRunner.Finished finished(SuiteVerdict suite, RunRecord record) {
        return new FromRunner.Finished(
                Sentences.about(suite),
                Sentences.besideBenchmarks(suite, ACCEPT),
                record.path().toString());
    }

    private static FromRunner notJudged(BenchmarkKey key) {
        return new FromRunner.Decided(key, FromRunner.Decision.FAILED, "Measured, but not judged: " + key, Map.of());
    }

    private FromRunner decided(BenchmarkKey key, BenchmarkVerdict verdict) {
        return new FromRunner.Decided(key, decision(verdict), message(verdict), Sentences.facts(verdict));
    }

    /** The words of the verdict, and of forks that failed the beginning of what they left: the stack trace. */
    private static String message(BenchmarkVerdict verdict) {
        var details = verdict.failures().stream()
                .map(ForkFailure::detail)
                .filter(detail -> !detail.isBlank())
                .map(detail -> "\n\n" + detail.lines().limit(DETAIL_LINES).collect(Collectors.joining("\n")))
                .collect(Collectors.joining());
        return Sentences.about(verdict) + details;
    }

    private FromRunner.Decision decision(BenchmarkVerdict verdict) {
        if (assignment.cancellation().isWished() && onlyLacksForks(verdict)) {
            return FromRunner.Decision.SKIPPED;
        }
        return switch (verdict.outcome()) {
            case PASSED -> FromRunner.Decision.PASSED;
            case FAILED, INCONCLUSIVE, INVALID -> FromRunner.Decision.FAILED;
        };
    }

    /** Whether nothing is known against it but that it was not measured to the end. */
    private static boolean onlyLacksForks(BenchmarkVerdict verdict) {
        return !verdict.failures().isEmpty()
                && verdict.failures().stream().allMatch(failure -> failure.kind() == ForkFailure.Kind.NOT_REACHED)
                && !verdict.has(LimitVerdict.State.BROKEN);
    }
}
