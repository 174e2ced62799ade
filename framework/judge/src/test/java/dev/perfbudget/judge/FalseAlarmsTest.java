package dev.perfbudget.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.Evidence;
import dev.perfbudget.model.InvalidReason;
import dev.perfbudget.model.Limit;
import dev.perfbudget.model.LimitOperator;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.Metric;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteControl;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FalseAlarmsTest {

    @Test
    void of_what_was_compared_with_nothing_there_are_none() {
        assertThat(Sentences.falseAlarms(new SuiteVerdict(Outcome.PASSED, Policy.WARN, List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void beside_a_baseline_that_took_turns_alpha_speaks_of_the_run() {
        assertThat(words(ComparisonRules.PAIRED))
                .isEqualTo("at most 1 % of runs in which nothing is slower than its threshold fail by chance");
    }

    @Test
    void beside_accepted_sessions_alpha_speaks_of_the_run() {
        assertThat(words(ComparisonRules.DEFAULT.withSuite(SuiteControl.HOLM).withAlpha(0.05)))
                .startsWith("at most 5 % of runs");
    }

    @Test
    void of_findings_it_is_a_share() {
        assertThat(words(ComparisonRules.DEFAULT.withSuite(SuiteControl.BENJAMINI_HOCHBERG)))
                .isEqualTo("at most 1 % of what is called regressed is not, on average");
    }

    @Test
    void of_each_benchmark_by_itself_their_number_is_told() {
        assertThat(words(ComparisonRules.DEFAULT)).startsWith("at most 1 % for each of 0 that were compared");
    }

    @Test
    void of_several_modules_each_has_its_own_alpha() {
        var suite = new SuiteVerdict(
                Outcome.PASSED,
                Policy.WARN,
                List.of(compared("/shop"), compared("/web"), compared("/web")),
                Optional.of(new SuiteComparison(ComparisonRules.PAIRED, List.of(), Optional.empty())),
                List.of());

        assertThat(Sentences.falseAlarms(suite))
                .hasValue("at most 1 % of runs in which nothing is slower than its threshold fail by chance, in each of"
                        + " 2 modules: at most 2 % of such builds");
    }

    @Test
    void limits_can_be_called_broken_by_chance_as_well() {
        var limit = new Limit(
                Metric.labelled("mean"), LimitOperator.AT_MOST, new Quantity(1, Unit.SECONDS), "mean <= 1 s", "");
        var held = new LimitVerdict(
                limit, LimitVerdict.State.HELD, new Evidence.Nothing(""), Optional.empty(), Optional.empty());
        var suite = new SuiteVerdict(
                Outcome.PASSED, Policy.WARN, List.of(benchmark("/shop", List.of(held), List.of())), List.of());

        assertThat(Sentences.falseAlarms(suite))
                .hasValue("of limits, each that is just kept is called broken in at most 1 % of runs");
    }

    private static BenchmarkVerdict compared(String module) {
        var sample = new SampleVerdict(
                new SampleId("com.acme.Bench.run", Map.of(), "mean"),
                Optional.of(BenchmarkMode.AVERAGE_TIME),
                Unit.MICROSECONDS,
                Optional.empty(),
                Optional.empty(),
                new Verdict.Invalid(new InvalidReason.Missing()),
                Outcome.PASSED,
                Optional.empty());
        return benchmark(module, List.of(), List.of(sample));
    }

    private static BenchmarkVerdict benchmark(String module, List<LimitVerdict> limits, List<SampleVerdict> samples) {
        return new BenchmarkVerdict(
                new BenchmarkId("com.acme.Bench.run", BenchmarkMode.AVERAGE_TIME, Map.of()),
                module,
                Outcome.PASSED,
                new Verdict.NoBaseline(),
                Optional.empty(),
                limits,
                samples,
                List.of(),
                5,
                List.of());
    }

    @Test
    void the_geometric_mean_is_in_words() {
        var comparison = new SuiteComparison(
                ComparisonRules.PAIRED, List.of(), Optional.of(new EffectSize(1.034, Optional.empty())));

        assertThat(Sentences.geomean(suite(comparison))).contains("3.4 % slower");
    }

    private static String words(ComparisonRules rules) {
        return Sentences.falseAlarms(suite(new SuiteComparison(rules, List.of(), Optional.empty())))
                .orElseThrow();
    }

    private static SuiteVerdict suite(SuiteComparison comparison) {
        return new SuiteVerdict(Outcome.PASSED, Policy.WARN, List.of(), Optional.of(comparison), List.of());
    }
}
