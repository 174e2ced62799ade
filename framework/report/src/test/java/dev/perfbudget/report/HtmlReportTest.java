package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SuiteVerdict;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    @TempDir
    Path directory;

    @Test
    void shows_the_outcome_every_verdict_and_where_each_limit_stands() throws IOException {
        var html = page(Suites.mixed());

        assertThat(html)
                .contains("<h1>Performance budgets of shop</h1>", "<p class=\"outcome bad\">")
                .contains("&lt; 190 us (99 %)", "broken, serious", "undecided", "no limit", "not measured", "exact")
                .contains("44.1 ms to 54 ms (99 %)", "this JVM only")
                .contains("@PerfBudget on com.acme.shop.JsonBench");
    }

    @Test
    void tells_of_every_benchmark_that_does_not_pass_why() throws IOException {
        var html = page(Suites.mixed());

        assertThat(html.substring(html.indexOf("id=\"failures\""), html.indexOf("id=\"notes\"")))
                .contains("JsonBench.list", "1.71 ms", "LockBench.hang", "<strong>Forks 1, 2</strong>", "hung")
                .doesNotContain("JsonBench.parse", "SearchBench.find");
    }

    @Test
    void shows_forks_secondary_results_failures_environment_settings_and_notes() throws IOException {
        var html = page(Suites.mixed());

        assertThat(html)
                .contains("from iteration 10", "not steady", "18 + 10", "60 KB", "10 in 20 ms")
                .contains("hits", "1 ops/ms")
                .contains("No sign of life for [60 s]", "at com.acme.shop.LockBench.hang(LockBench.java:41)")
                .contains("AMD EPYC 7B13", "4f1c2d3e5a6b with uncommitted changes", "3 min 23 s")
                .contains("perfbudget.policy", "pom.xml")
                .contains("The queue was held by [shop-web] for 12 s.");
    }

    @Test
    void escapes_every_text_whatever_it_holds() throws IOException {
        var html = page(Suites.hostile());

        assertThat(html)
                .contains("&lt;script&gt;alert(&#39;Ü&#39;)&lt;/script&gt;&quot; onload=&quot;x ${1+1} &amp;amp;")
                .doesNotContain("<script", "onload=\"x", "href=\"javascript:");
    }

    @Test
    void has_neither_inline_style_nor_script_nor_anything_from_elsewhere() throws IOException {
        var html = page(Suites.mixed());

        assertThat(html).doesNotContain("<style", " style=", "<script", "javascript:", "@import");
        assertThat(Pattern.compile("(?:src|<link[^>]*href)=\"([^\"]*)\"")
                        .matcher(html)
                        .results())
                .extracting(match -> match.group(1))
                .containsExactly("report.css");
        assertThat(Files.readString(directory.resolve("report.css"))).doesNotContain("url(", "@import");
    }

    @Test
    void says_so_when_nothing_was_measured() throws IOException {
        var nothing = new Suites(new SuiteVerdict(Outcome.INVALID, Policy.WARN, List.of(), List.of()), List.of());

        assertThat(page(nothing)).contains("Nothing was measured.", "<p class=\"outcome open\">");
    }

    @Test
    void names_the_artifact_when_the_style_sheet_is_missing() throws IOException {
        try (var empty = new URLClassLoader(new URL[0], null)) {
            var suite = Suites.mixed();

            assertThatThrownBy(() -> new HtmlReport(empty).write(directory, suite.verdict(), suite.runs()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("[dev/perfbudget/templates/report.css]")
                    .hasMessageContaining("perfbudget-report-templates");
        }
    }

    private String page(Suites suite) throws IOException {
        return Files.readString(new HtmlReport().write(directory, suite.verdict(), suite.runs()));
    }
}
