package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Grade;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.SuiteVerdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A benchmark of which nothing changed, in one line.
 *
 * @param score with unit
 * @param order by which scores are sorted
 * @param words what was judged of it: {@code 2 limits held; mean within 5 % (1.2 to 3.4 % slower)}
 * @param grade the worst of its limits, or empty
 * @param gradeOrder by which grades are sorted, the best first: a plain number, or empty
 */
public record PassedRow(
        BenchmarkName benchmark, String score, String order, String words, String grade, String gradeOrder) {

    static List<PassedRow> of(SuiteVerdict suite, BenchmarkNames names) {
        return suite.benchmarks().stream()
                .filter(benchmark -> !ChangedRows.isWorthLooking(benchmark))
                .map(benchmark -> of(benchmark, names.of(benchmark)))
                .toList();
    }

    private static PassedRow of(BenchmarkVerdict benchmark, BenchmarkName name) {
        var grade = benchmark.limits().stream()
                .map(LimitVerdict::grade)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        return new PassedRow(
                name,
                benchmark.score().map(score -> score.point().print()).orElse(""),
                benchmark.score().map(score -> VerdictRow.order(score.point())).orElse(""),
                words(benchmark),
                grade.map(Grade::name).orElse(""),
                grade.map(found -> Integer.toString(List.of(Grade.values()).indexOf(found)))
                        .orElse(""));
    }

    private static String words(BenchmarkVerdict benchmark) {
        var limits = benchmark.limits().size();
        var held = limits == 0
                ? Stream.<String>empty()
                : Stream.of(limits + (limits == 1 ? " limit" : " limits") + " held");
        var compared = benchmark.compared().stream()
                .map(sample -> sample.id().metric() + " "
                        + Sentences.summary(sample).orElseGet(() -> Sentences.decision(sample)));
        var words = Stream.concat(held, compared).collect(Collectors.joining("; "));
        return words.isEmpty() ? "measured, nothing to judge it by" : words;
    }
}
