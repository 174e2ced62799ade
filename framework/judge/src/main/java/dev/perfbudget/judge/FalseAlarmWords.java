package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Design;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteControl;
import dev.perfbudget.model.SuiteVerdict;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often chance alone makes a suite fail, by the rules of its comparison and those of its limits. */
final class FalseAlarmWords {

    private final SuiteVerdict suite;

    FalseAlarmWords(SuiteVerdict suite) {
        this.suite = suite;
    }

    /** Empty if nothing was compared and no limit is set. */
    Optional<String> words() {
        var words = Stream.concat(suite.comparison().map(this::ofComparison).stream(), ofLimits().stream())
                .collect(Collectors.joining("; "));
        return Optional.of(words).filter(text -> !text.isEmpty());
    }

    private String ofComparison(SuiteComparison comparison) {
        var rules = comparison.rules();
        var rate = Words.percent(rules.alpha());
        if (rules.design() == Design.PAIRED || rules.suite() == SuiteControl.HOLM) {
            return "at most " + rate + " of runs in which nothing is slower than its threshold fail by chance"
                    + ofModules(rules);
        }
        return rules.suite() == SuiteControl.BENJAMINI_HOCHBERG
                ? "at most " + rate + " of what is called regressed is not, on average"
                : ofEach(comparison, rules, rate);
    }

    /** Each module is a run of its own, which knows nothing of the others. */
    private String ofModules(ComparisonRules rules) {
        var modules = suite.benchmarks().stream()
                .filter(benchmark -> !benchmark.compared().isEmpty())
                .map(BenchmarkVerdict::module)
                .distinct()
                .count();
        return modules < 2
                ? ""
                : ", in each of " + modules + " modules: at most " + Words.percent(Math.min(1, modules * rules.alpha()))
                        + " of such builds";
    }

    private static String ofEach(SuiteComparison comparison, ComparisonRules rules, String rate) {
        var judged = comparison.counts().judged();
        return "at most " + rate + " for each of " + judged + " that were compared: "
                + Words.roughNumber(rules.alpha() * judged)
                + " are to be expected if none is slower than its threshold";
    }

    private Optional<String> ofLimits() {
        var limits = suite.benchmarks().stream()
                .mapToInt(benchmark -> benchmark.limits().size())
                .sum();
        return limits == 0
                ? Optional.empty()
                : Optional.of("of limits, each that is just kept is called broken in at most "
                        + Words.percent(1 - LimitJudge.LEVEL) + " of runs");
    }
}
