package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.Grade;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.SuiteVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A number that speaks of the whole suite.
 *
 * @param value with unit
 * @param meaning what it says, in a line
 */
public record FigureView(String name, String value, String meaning) {

    static List<FigureView> of(SuiteVerdict suite) {
        var figures = new ArrayList<FigureView>();
        Sentences.geomean(suite)
                .ifPresent(words -> figures.add(new FigureView(
                        "Suite beside its baseline",
                        words,
                        "Geometric mean of all ratios of time, with its interval")));
        Sentences.compliance(suite)
                .ifPresent(
                        words -> figures.add(new FigureView("Compliance", words, "Limits held, of all that are set")));
        suite.score()
                .ifPresent(score -> figures.add(new FigureView(
                        "Score", score + " of 100", "Good counts whole, open and waived half, bad not at all")));
        var grades = grades(suite);
        if (!grades.isEmpty()) {
            figures.add(new FigureView("Grades", grades, "How much of each limit is used: A little, F twice and more"));
        }
        return figures;
    }

    /** {@code 3 A, 1 C}. */
    private static String grades(SuiteVerdict suite) {
        Map<Grade, Long> byGrade = suite.benchmarks().stream()
                .flatMap(benchmark -> benchmark.limits().stream())
                .map(LimitVerdict::grade)
                .flatMap(grade -> grade.stream())
                .collect(Collectors.groupingBy(grade -> grade, TreeMap::new, Collectors.counting()));
        return byGrade.entrySet().stream()
                .map(grade -> grade.getValue() + " " + grade.getKey())
                .collect(Collectors.joining(", "));
    }
}
