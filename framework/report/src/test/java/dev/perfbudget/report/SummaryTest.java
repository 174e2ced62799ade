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
        var lines = lines(Suites.mixed().verdict());

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
        assertThat(lines(Beside.waived()).get(2))
                .startsWith("- com.acme.Bench.run mean: regressed (waived): ")
                .endsWith("waived up to 80 % until 2027-01-31: checks were added");
    }

    @Test
    void shows_a_regression_beside_its_baseline_and_what_is_gone() {
        assertThat(lines(Beside.regressed()))
                .anySatisfy(line -> assertThat(line).startsWith("  - mean").contains("regressed", "% slower"))
                .contains(
                        "- com.acme.Bench.gone mean: invalid: in the baseline and is not there any more (deleted, renamed, or other parameters or mode)")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("| Bench.run |  | mean | 150 us | ")
                        .contains("| baseline 100 us | **regressed** |"));
    }

    @Test
    void says_what_would_decide_what_stays_open_and_how_to_measure_it_alone() {
        assertThat(lines(Suites.mixed().verdict()))
                .containsSubsequence(
                        "|---|---|---|--:|---|---|---|---|",
                        "- com.acme.shop.SearchBench.find \\[avgt\\]: passed: limits 2 undecided",
                        "  - To decide, measure more forks (-Dperfbudget.forks=10) or set the limit further from what is"
                                + " measured.",
                        "  - again, only this one: mvn verify -pl :shop -am"
                                + " -Dperfbudget.includes=com.acme.shop.SearchBench.find",
                        "- The queue was held by \\[shop-web\\] for 12 s.");
    }

    @Test
    void says_what_to_do_about_what_fails() {
        assertThat(lines(Beside.regressed()))
                .contains(
                        "  - again, only this one: mvn verify -pl :shop -am -Dperfbudget.includes=com.acme.Bench.run",
                        "- What regressed: mend it, or accept it as the new baseline (mvn perfbudget:accept -pl :shop), or"
                                + " waive it in perfbudget/waivers.json.");
    }

    @Test
    void lets_no_text_break_a_table_or_become_markup() {
        assertThat(lines(Suites.hostile().verdict())).isNotEmpty().allSatisfy(line -> assertThat(line)
                .doesNotContain("\n", "\u001b", "<script"));
    }

    @Test
    void has_no_table_where_nothing_was_measured() {
        var suite = new SuiteVerdict(Outcome.INVALID, Policy.WARN, List.of(), List.of());

        assertThat(lines(suite)).containsExactly("**" + Sentences.about(suite) + "**");
    }

    @Test
    void is_written_beside_the_runs(@TempDir Path directory) throws IOException {
        var file = Summary.write(directory.resolve("perfbudget"), Suites.mixed().verdict(), NextCommands.OF_MAVEN);

        assertThat(file).isEqualTo(directory.resolve("perfbudget/summary.md"));
        assertThat(Files.readAllLines(file))
                .isEqualTo(Summary.lines(Suites.mixed().verdict(), NextCommands.OF_MAVEN));
    }

    private static List<String> lines(SuiteVerdict suite) {
        return Summary.lines(suite, new NextCommands("mvn verify -pl :shop -am", "mvn perfbudget:accept -pl :shop"));
    }
}
