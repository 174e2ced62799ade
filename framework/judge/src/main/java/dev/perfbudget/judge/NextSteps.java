package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkMode;
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
import java.util.Optional;
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
        var regressed = samples().filter(SampleVerdict::failsByRegression).toList();
        if (!regressed.isEmpty()) {
            lines.add("What regressed: mend it, " + acceptable(regressed) + "or waive it in perfbudget/waivers.json.");
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
            lines.add(nothingCompared());
        }
        suite.gone().stream().map(SampleVerdict::key).map(this::gone).distinct().forEach(lines::add);
        return lines;
    }

    private Stream<SampleVerdict> samples() {
        return suite.benchmarks().stream().map(BenchmarkVerdict::samples).flatMap(List::stream);
    }

    /** Accepting changes nothing of what was compared with another build. */
    private String acceptable(List<SampleVerdict> regressed) {
        if (regressed.stream().allMatch(SampleVerdict::isPaired)) {
            return "";
        }
        return regressed.stream().anyMatch(SampleVerdict::isPaired)
                ? "or accept what was compared with accepted sessions (" + accept() + "), "
                : "or accept it as the new baseline (" + accept() + "), ";
    }

    private String nothingCompared() {
        var named = suite.benchmarks().stream().filter(this::isBesideBaseline).toList();
        return (isJudgedInPart()
                        ? "In one run nothing could be compared with the baseline, so nothing of it was judged."
                        : "Nothing could be compared with the baseline, so nothing was judged.")
                + named.stream()
                        .map(benchmark -> " " + Sentences.about(benchmark))
                        .collect(Collectors.joining())
                + (isSomethingStoredInvalid() ? " To take this run as the new baseline: " + accept() : "");
    }

    private boolean isSomethingStoredInvalid() {
        return suite.benchmarks().stream()
                .anyMatch(benchmark -> benchmark.comparison().kind() == Kind.INVALID && !isBesideBaseline(benchmark));
    }

    /** Whether another run of the same build has something that was judged. */
    private boolean isJudgedInPart() {
        return suite.benchmarks().stream()
                        .anyMatch(benchmark -> !benchmark.limits().isEmpty())
                || suite.comparison()
                        .filter(comparison -> comparison.counts().judged() > 0)
                        .isPresent();
    }

    /** Ordinary tests have no other side to be measured beside. */
    private boolean isBesideBaseline(BenchmarkVerdict benchmark) {
        return benchmark.isBesideBaseline()
                || isBesideBuild(Optional.of(benchmark.id().mode()));
    }

    private boolean isBesideBuild(Optional<BenchmarkMode> mode) {
        return !mode.equals(Optional.of(BenchmarkMode.IN_PLACE))
                && (suite.benchmarks().stream().anyMatch(BenchmarkVerdict::isBesideBaseline)
                        || suite.comparison()
                                .filter(comparison -> comparison.rules().design() == Design.PAIRED)
                                .isPresent());
    }

    /** What was measured in blocks cannot be accepted, nor can what was measured in the same build. */
    private String accept() {
        return suite.benchmarks().stream().anyMatch(this::isBesideBaseline)
                ? accept + " after a build without perfbudget.baseline"
                : accept;
    }

    private static String benchmark(SampleKey key) {
        return key.benchmark().map(Objects::toString).orElseGet(() -> key.id().benchmark());
    }

    private String gone(SampleKey key) {
        return isBesideBuild(key.mode())
                ? InvalidWords.goneBesideBuild(key.id().benchmark())
                : "[" + benchmark(key) + "] is " + InvalidWords.GONE + ". If that is meant: " + accept();
    }
}
