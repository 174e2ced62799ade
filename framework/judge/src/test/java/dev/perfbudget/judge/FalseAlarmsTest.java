package dev.perfbudget.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteControl;
import dev.perfbudget.model.SuiteVerdict;
import java.util.List;
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
