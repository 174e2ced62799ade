package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.LimitVerdict.State;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SuiteVerdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A benchmark that does not pass, and why.
 *
 * @param limits a sentence for each of its limits that is not held
 * @param forks those that gave no result
 */
public record FailureView(
        BenchmarkName benchmark, String outcome, String tone, List<String> limits, List<FailedForks> forks) {

    static List<FailureView> of(SuiteVerdict suite, BenchmarkNames names) {
        return suite.benchmarks().stream()
                .filter(benchmark -> benchmark.outcome() != Outcome.PASSED)
                .map(benchmark -> of(benchmark, names.of(benchmark)))
                .toList();
    }

    private static FailureView of(BenchmarkVerdict benchmark, BenchmarkName name) {
        return new FailureView(
                name,
                BenchmarkView.outcome(benchmark),
                Tone.of(benchmark).label(),
                benchmark.limits().stream()
                        .filter(limit -> limit.state() != State.HELD)
                        .map(Sentences::about)
                        .toList(),
                FailedForks.of(benchmark.failures()));
    }

    /**
     * Forks that failed in the same way.
     *
     * @param which {@code Fork 3}, {@code Forks 1, 2, 4}
     * @param what kind of failure
     * @param message what happened, where, how to mend it
     * @param detail stack trace and last output, or empty
     */
    public record FailedForks(String which, String what, String message, String detail) {

        static List<FailedForks> of(List<ForkFailure> failures) {
            Map<ForkFailure, List<ForkFailure>> alike = failures.stream()
                    .collect(Collectors.groupingBy(
                            failure -> new ForkFailure(0, failure.kind(), failure.message(), failure.detail()),
                            LinkedHashMap::new,
                            Collectors.toList()));
            return alike.entrySet().stream()
                    .map(group -> of(group.getKey(), group.getValue()))
                    .toList();
        }

        private static FailedForks of(ForkFailure failure, List<ForkFailure> forks) {
            var numbers = forks.stream()
                    .map(fork -> Integer.toString(fork.index() + 1))
                    .collect(Collectors.joining(", "));
            return new FailedForks(
                    (forks.size() == 1 ? "Fork " : "Forks ") + numbers,
                    what(failure.kind()),
                    failure.message(),
                    failure.detail());
        }

        private static String what(ForkFailure.Kind kind) {
            return switch (kind) {
                case THREW -> "threw";
                case HUNG -> "hung";
                case DIED -> "died";
                case MISSING -> "no result";
                case NOT_STARTED -> "not started";
                case NOT_REACHED -> "not reached";
            };
        }
    }
}
