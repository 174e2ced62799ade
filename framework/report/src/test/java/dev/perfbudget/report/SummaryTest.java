package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SuiteVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code summary.md}: for a pull request, or the page of a CI job. */
class SummaryTest {

    @Test
    void says_the_outcome_first_then_what_failed_then_everything_in_a_table() {
        var lines = Summary.lines(Suites.mixed().verdict());

        assertThat(lines.get(0)).startsWith("**FAILED: 5 benchmarks (2 failed, 3 passed), limits: ");
        assertThat(lines)
                .containsSubsequence(
                        "- com.acme.shop.JsonBench.list{size=1000} \\[avgt\\]: failed: limits 1 held, 1 broken",
                        "| benchmark | parameters | metric | measured | sure | limit | verdict | grade |",
                        "|---|---|---|--:|---|---|---|---|")
                .anySatisfy(line -> assertThat(line).startsWith("  - mean is 1.71 ms"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("| JsonBench.list | size=1000 | mean | 1.71 ms |")
                        .contains("| &lt;= 1 ms | **broken, serious** | E |"))
                .contains("- The queue was held by \\[shop-web\\] for 12 s.");
    }

    @Test
    void names_what_is_waived_before_anything_else() {
        assertThat(Summary.lines(Beside.waived()).get(2))
                .startsWith("- com.acme.Bench.run mean: regressed (waived): ")
                .endsWith("waived up to 80 % until 2027-01-31: checks were added");
    }

    @Test
    void shows_a_regression_beside_its_baseline_and_what_is_gone() {
        assertThat(Summary.lines(Beside.regressed()))
                .anySatisfy(line -> assertThat(line).startsWith("  - mean").contains("regressed", "% slower"))
                .contains(
                        "- com.acme.Bench.gone mean: invalid: in the baseline and is not there any more (deleted, renamed, or other parameters or mode)")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("| Bench.run |  | mean | 150 us | ")
                        .contains("| baseline 100 us | **regressed** |"));
    }

    @Test
    void lets_no_text_break_a_table_or_become_markup() {
        assertThat(Summary.lines(Suites.hostile().verdict())).isNotEmpty().allSatisfy(line -> assertThat(line)
                .doesNotContain("\n", "\u001b", "<script"));
    }

    @Test
    void has_no_table_where_nothing_was_measured() {
        var suite = new SuiteVerdict(Outcome.INVALID, Policy.WARN, List.of(), List.of());

        assertThat(Summary.lines(suite)).containsExactly("**" + Sentences.about(suite) + "**");
    }

    @Test
    void is_written_beside_the_runs(@TempDir Path directory) throws IOException {
        var file = Summary.write(directory.resolve("perfbudget"), Suites.mixed().verdict());

        assertThat(file).isEqualTo(directory.resolve("perfbudget/summary.md"));
        assertThat(Files.readAllLines(file))
                .isEqualTo(Summary.lines(Suites.mixed().verdict()));
    }
}
