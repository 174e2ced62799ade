package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.report.github.Annotations;
import dev.perfbudget.report.github.SourceLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines of a log that GitHub reads: its rules of escaping are in its documentation of workflow commands. */
class AnnotationsTest {

    private static final SourceLine PLACE = new SourceLine("shop/src/test/java/com/acme/shop/List, 1: Bench%.java", 41);

    @Test
    void a_failure_is_an_error_at_the_benchmarks_line() {
        assertThat(lines(Suites.mixed().verdict()))
                .filteredOn(line -> line.startsWith("::error "))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("::error file=shop/src/test/java/com/acme/shop/List%2C 1%3A Bench%25.java,line=41,"
                        + "title=PerfBudget%3A JsonBench.list{size=1000}::com.acme.shop.JsonBench.list{size=1000} [avgt]:"
                        + " failed: limits 1 held, 1 broken%0A  mean is 1.71 ms (99 %25 sure it is above 1.64 ms, 5 forks),"
                        + " limit 1 ms");
    }

    @Test
    void what_stays_open_is_a_warning_and_what_passes_is_not_spoken_of() {
        assertThat(lines(Suites.mixed().verdict()))
                .filteredOn(line -> line.startsWith("::warning "))
                .singleElement()
                .asString()
                .contains("title=PerfBudget%3A SearchBench.find::", "undecided");
        assertThat(lines(Suites.mixed().verdict()))
                .noneMatch(line -> line.contains("SortBench") || line.contains("JsonBench.parse"));
        assertThat(lines(Beside.waived())).singleElement().asString().startsWith("::warning ");
    }

    @Test
    void what_is_gone_has_no_place_and_is_an_error_even_so() {
        assertThat(lines(Beside.regressed())).anySatisfy(line -> assertThat(line)
                .startsWith("::error title=PerfBudget::com.acme.Bench.gone mean: invalid"));
    }

    @Test
    void a_place_that_is_not_known_is_left_out() {
        assertThat(new Annotations(Suites.mixed().verdict()).lines(benchmark -> Optional.empty()))
                .first()
                .asString()
                .startsWith("::error title=PerfBudget%3A JsonBench.list{size=1000}::");
    }

    @Test
    void a_suite_that_fails_without_any_benchmark_failing_says_why() {
        var nothing = new SuiteVerdict(Outcome.INVALID, Policy.WARN, List.of(), List.of("The queue was held."));

        assertThat(lines(nothing))
                .containsExactly("::error title=PerfBudget::INVALID: no benchmark was measured, so nothing was judged"
                        + "%0AThe queue was held.");
    }

    @Test
    void no_text_ends_a_line_or_begins_another_command() {
        assertThat(lines(Suites.hostile().verdict())).isNotEmpty().allSatisfy(line -> assertThat(line)
                .matches("::(error|warning) [^\\n\\r]*")
                .doesNotContain("\u001b"));
    }

    @Test
    void only_so_many_are_written_as_github_shows_and_the_last_says_how_many_more_there_are() {
        var failed = IntStream.range(0, 12)
                .mapToObj(number -> Suites.verdict(Suites.id("com.acme.Bench.run" + number, Map.of()), Outcome.FAILED))
                .toList();

        assertThat(lines(new SuiteVerdict(Outcome.FAILED, Policy.WARN, failed, List.of())))
                .hasSize(10)
                .last()
                .asString()
                .startsWith("::error title=PerfBudget::3 more like these");
    }

    @Test
    void a_name_without_end_does_not_fill_the_page() {
        var endless = Suites.verdict(Suites.id("com.acme.Bench." + "r".repeat(10_000), Map.of()), Outcome.FAILED);

        assertThat(lines(new SuiteVerdict(Outcome.FAILED, Policy.WARN, List.of(endless), List.of())))
                .singleElement()
                .satisfies(line -> assertThat(line).hasSizeLessThan(5_000).contains("…::"));
    }

    private static List<String> lines(SuiteVerdict suite) {
        return new Annotations(suite).lines(benchmark -> Optional.of(PLACE));
    }
}
