package dev.perfbudget.report;

import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.ForkFailure;
import java.util.stream.Stream;

/**
 * A fork that gave no result.
 *
 * @param fork {@code fork 3}
 * @param what kind of failure
 * @param message what happened, where, how to mend it
 * @param detail stack trace and last output, or empty
 */
public record FailureView(BenchmarkName benchmark, String fork, String what, String message, String detail) {

    static Stream<FailureView> of(BenchmarkVerdict verdict, BenchmarkName name) {
        return verdict.failures().stream()
                .map(failure -> new FailureView(
                        name,
                        "fork " + (failure.index() + 1),
                        what(failure.kind()),
                        failure.message(),
                        failure.detail()));
    }

    private static String what(ForkFailure.Kind kind) {
        return switch (kind) {
            case THREW -> "threw";
            case HUNG -> "hung";
            case DIED -> "died";
            case MISSING -> "gave no result";
            case NOT_STARTED -> "was not started";
            case NOT_REACHED -> "was not reached";
        };
    }
}
