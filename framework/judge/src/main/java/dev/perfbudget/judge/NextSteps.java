package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Design;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to do about a comparison with a baseline that lets a suite fail. */
final class NextSteps {

    private final SuiteVerdict suite;
    private final String accept;

    /** @param accept the command that takes the run as the new baseline */
    NextSteps(SuiteVerdict suite, String accept) {
        this.suite = suite;
        this.accept = accept;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        if (samples().anyMatch(SampleVerdict::failsByRegression)) {
            lines.add("What regressed: mend it, "
                    + (isPaired() ? "" : "or accept it as the new baseline (" + accept + "), ")
                    + "or waive it in perfbudget/waivers.json.");
        }
        lines.addAll(besideBenchmarks());
        return lines;
    }

    /** Those about what no benchmark of the suite fails for. */
    List<String> besideBenchmarks() {
        var lines = new ArrayList<String>();
        if (suite.outcome() == Outcome.INVALID && !suite.benchmarks().isEmpty()) {
            samples()
                    .filter(sample -> sample.verdict().kind() == Kind.INVALID)
                    .map(Sentences::about)
                    .forEach(lines::add);
            lines.add("Nothing could be compared with the baseline, so nothing was judged."
                    + (isPaired() ? noneLinked() : " To take this run as the new baseline: " + accept));
        }
        suite.gone().stream()
                .map(SampleVerdict::key)
                .map(NextSteps::benchmark)
                .distinct()
                .map(this::gone)
                .forEach(lines::add);
        return lines;
    }

    private Stream<SampleVerdict> samples() {
        return suite.benchmarks().stream().map(BenchmarkVerdict::samples).flatMap(List::stream);
    }

    private boolean isPaired() {
        return suite.comparison()
                .filter(comparison -> comparison.rules().design() == Design.PAIRED)
                .isPresent();
    }

    private String noneLinked() {
        return suite.benchmarks().stream()
                .map(benchmark -> " " + Sentences.about(benchmark))
                .collect(Collectors.joining());
    }

    private static String benchmark(SampleKey key) {
        return key.benchmark().map(Objects::toString).orElseGet(() -> key.id().benchmark());
    }

    private String gone(String benchmark) {
        return "[" + benchmark + "] is " + InvalidWords.GONE + ". If that is meant: " + accept;
    }
}
