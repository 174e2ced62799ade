package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SuiteVerdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that the HTML page shows, as finished text.
 *
 * @param outcome the decision in words
 * @param tone how it is coloured
 * @param about the few facts worth knowing at once
 * @param runs where and how it was measured, a run for each module
 */
public record Page(
        String title,
        String outcome,
        String tone,
        List<Fact> about,
        List<VerdictRow> verdicts,
        List<FailureView> failures,
        List<BenchmarkView> benchmarks,
        List<RunView> runs,
        List<String> notes) {

    static Page of(SuiteVerdict suite, List<Run> runs) {
        var names = new BenchmarkNames(suite);
        return new Page(
                title(runs),
                Sentences.about(suite),
                Tone.of(suite).label(),
                runs.stream().findFirst().map(run -> about(suite, runs, run)).orElse(List.of()),
                VerdictRow.of(suite, names),
                FailureView.of(suite, names),
                runs.stream()
                        .flatMap(run -> run.benchmarks().stream()
                                .flatMap(benchmark -> verdictOf(suite, run, benchmark).stream()
                                        .map(verdict -> BenchmarkView.of(benchmark, verdict, names.of(verdict)))))
                        .toList(),
                runs.stream().map(RunView::of).toList(),
                suite.notes());
    }

    private static Optional<BenchmarkVerdict> verdictOf(SuiteVerdict suite, Run run, BenchmarkRun benchmark) {
        return suite.benchmarks().stream()
                .filter(verdict ->
                        verdict.module().equals(run.module()) && verdict.id().equals(benchmark.id()))
                .findFirst();
    }

    private static String title(List<Run> runs) {
        var modules = runs.stream()
                .map(run -> Path.of(run.module()).getFileName())
                .map(String::valueOf)
                .distinct()
                .collect(Collectors.joining(", "));
        return modules.isEmpty() ? "Performance budgets" : "Performance budgets of " + modules;
    }

    private static List<Fact> about(SuiteVerdict suite, List<Run> runs, Run first) {
        var forks = runs.stream()
                .flatMap(run -> run.benchmarks().stream())
                .mapToInt(benchmark -> benchmark.forks().size())
                .sum();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("Measured", RunView.started(first)));
        facts.add(Fact.of("Benchmarks", Integer.toString(suite.benchmarks().size())));
        facts.add(Fact.of("Forks", Integer.toString(forks)));
        facts.addAll(RunView.commit(first.provenance()));
        first.provenance().branch().ifPresent(branch -> facts.add(Fact.of("Branch", branch)));
        return facts;
    }
}
