package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteVerdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToneTest {

    @Test
    void of_a_benchmark_is_green_only_where_something_was_judged_and_nothing_is_open() {
        assertThat(Suites.mixed().verdict().benchmarks())
                .as("held, broken, undecided, without limits, not measured")
                .extracting(Tone::of)
                .containsExactly(Tone.GOOD, Tone.BAD, Tone.OPEN, Tone.NEUTRAL, Tone.BAD);
    }

    @Test
    void of_what_passes_by_a_waiver_is_that_of_something_open() {
        var suite = Beside.waived();

        assertThat(suite.benchmarks()).extracting(Tone::of).containsExactly(Tone.OPEN);
        assertThat(Tone.of(suite)).isEqualTo(Tone.OPEN);
    }

    @Test
    void of_a_comparison_of_files_that_decided_nothing_is_that_of_something_open() {
        var comparison = Beside.waived().comparison().orElseThrow();
        var undecided = comparison.verdicts().stream().map(ToneTest::undecided).toList();
        var suite = new SuiteVerdict(
                Outcome.PASSED,
                Policy.WARN,
                List.of(),
                Optional.of(new SuiteComparison(comparison.rules(), undecided, Optional.empty())),
                List.of());

        assertThat(Tone.of(suite)).isEqualTo(Tone.OPEN);
    }

    @Test
    void of_a_suite_of_which_nothing_was_judged_is_neutral() {
        assertThat(Tone.of(new SuiteVerdict(Outcome.PASSED, Policy.WARN, List.of(), List.of())))
                .isEqualTo(Tone.NEUTRAL);
    }

    private static SampleVerdict undecided(SampleVerdict sample) {
        Comparison found = sample.verdict().compared().orElseThrow();
        return sample.undecided(found, Policy.WARN);
    }
}
