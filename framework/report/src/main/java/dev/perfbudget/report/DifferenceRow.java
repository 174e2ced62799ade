package dev.perfbudget.report;

import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Difference;
import dev.perfbudget.model.InvalidReason;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something in which baseline and candidate differ, so that they could not be compared.
 *
 * @param fact {@code gc}
 */
public record DifferenceRow(String fact, String baseline, String candidate) {

    static List<DifferenceRow> of(SuiteVerdict suite) {
        return rows(suite.benchmarks().stream().flatMap(DifferenceRow::differences));
    }

    static List<DifferenceRow> of(BenchmarkVerdict benchmark) {
        return rows(differences(benchmark));
    }

    private static List<DifferenceRow> rows(Stream<Difference> differences) {
        return differences
                .distinct()
                .map(difference -> new DifferenceRow(difference.fact(), difference.baseline(), difference.candidate()))
                .toList();
    }

    private static Stream<Difference> differences(BenchmarkVerdict benchmark) {
        return Stream.concat(
                        Stream.of(benchmark.comparison()),
                        benchmark.samples().stream().map(SampleVerdict::verdict))
                .flatMap(DifferenceRow::differences);
    }

    private static Stream<Difference> differences(Verdict verdict) {
        if (verdict instanceof Verdict.NoBaseline none) {
            return none.differences().stream();
        }
        return verdict instanceof Verdict.Invalid invalid
                        && invalid.reason() instanceof InvalidReason.NotComparable incomparable
                ? incomparable.differences().stream()
                : Stream.empty();
    }
}
