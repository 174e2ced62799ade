package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People read this in CI logs, and some will grep it: change it on purpose only. */
class ConsoleTableTest {

    @Test
    void says_the_outcome_in_words_first() {
        var suite = Suites.mixed().verdict();

        assertThat(ConsoleTable.lines(suite)).startsWith(Sentences.about(suite), "");
    }

    @Test
    void aligns_every_kind_of_verdict_in_one_table() {
        assertThat(String.join(
                        "\n", ConsoleTable.lines(Suites.mixed().verdict()).subList(2, 11)))
                .isEqualTo(
                        """
                        Benchmark         Parameters  Metric       Measured  Bound                                   Limit         Verdict          Grade
                        JsonBench.parse               mean           182 us  < 190 us (99 %)                         <= 250 us     held             B
                                                      allocation      60 KB  exact                                   <= 64 KB      held             C
                        JsonBench.list    size=1000   mean          1.71 ms  > 1.64 ms (99 %)                        <= 1 ms       BROKEN, SERIOUS  E
                                                      throughput  585 ops/s  > 561 ops/s (99 %)                      >= 500 ops/s  held             C
                        SearchBench.find              p99           48.9 ms  44.1 ms to 54 ms (99 %)                 <= 50 ms      undecided        C
                                                      mean           1.2 ms  1.1 ms to 1.3 ms (99 %, this JVM only)  <= 2 ms       undecided        A
                        SortBench.sort                score         1.34 us  1.21 us to 1.49 us (95 %)                             no limit
                        LockBench.hang                mean                -                                          <= 1 s        NOT MEASURED""");
    }

    @Test
    void names_what_failed_with_its_detail_and_then_the_notes() {
        var lines = ConsoleTable.lines(Suites.mixed().verdict());

        assertThat(lines)
                .containsSubsequence(
                        "Failures:",
                        "      \"main\" waiting on java.util.concurrent.locks.ReentrantLock",
                        "          at com.acme.shop.LockBench.hang(LockBench.java:41)",
                        "",
                        "Notes:",
                        "  The queue was held by [shop-web] for 12 s.");
    }

    @Test
    void lets_no_text_break_a_line_or_colour_the_terminal() {
        assertThat(ConsoleTable.lines(Suites.hostile().verdict())).isNotEmpty().allSatisfy(line -> assertThat(line)
                .doesNotContain("\n", "\u001b"));
    }

    @Test
    void calls_classes_of_the_same_name_by_their_packages() {
        var suite = new SuiteVerdict(
                Outcome.PASSED,
                Policy.WARN,
                List.of(
                        Suites.verdict(Suites.id("com.acme.a.Bench.run", Map.of()), Outcome.PASSED),
                        Suites.verdict(Suites.id("com.acme.b.Bench.run", Map.of()), Outcome.PASSED)),
                List.of());

        assertThat(String.join("\n", ConsoleTable.lines(suite))).contains("\na.Bench.run", "\nb.Bench.run");
    }

    @Test
    void prints_as_many_digits_as_tell_a_bound_from_its_limit() {
        var limit = Suites.limit(StandardMetric.MEAN, 250, Unit.MICROSECONDS);
        var suite = new SuiteVerdict(
                Outcome.PASSED,
                Policy.WARN,
                List.of(Suites.verdict(
                        Suites.id("com.acme.Bench.run", Map.of()),
                        Outcome.PASSED,
                        Suites.held(limit, 249.1e3, 249.97e3))),
                List.of());

        assertThat(String.join("\n", ConsoleTable.lines(suite))).contains("249.1 us", "< 249.97 us", "<= 250 us");
    }

    @Test
    void calls_a_benchmark_measured_that_was_only_cut_short() {
        var whole = Suites.verdict(Suites.id("com.acme.Bench.run", Map.of()), Outcome.PASSED);
        var suite = new SuiteVerdict(Outcome.PASSED, Policy.WARN, List.of(Suites.cutShort(whole)), List.of());

        assertThat(String.join("\n", ConsoleTable.lines(suite)))
                .contains("no limit")
                .doesNotContain("NOT MEASURED");
    }

    @Test
    void has_no_table_where_nothing_was_measured() {
        var suite = new SuiteVerdict(Outcome.INVALID, Policy.WARN, List.of(), List.of());

        assertThat(ConsoleTable.lines(suite)).containsExactly(Sentences.about(suite));
    }
}
