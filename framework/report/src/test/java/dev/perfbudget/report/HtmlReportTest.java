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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {

    @TempDir
    Path directory;

    @Test
    void the_first_page_says_what_became_of_the_suite_and_what_is_worth_looking_at() throws IOException {
        var html = firstPage(Suites.mixed());

        assertThat(html)
                .contains("<h1><bdi>Performance budgets of shop</bdi></h1>", "<h2 id=\"outcome\">Failed</h2>")
                .contains("<strong>1</strong> limit broken", "<strong>3</strong> limits held");
        assertThat(section(html, "changed"))
                .contains("broken, serious", "44.1 ms to 54 ms (99 %)", "this JVM only", "undecided")
                .contains("LockBench.hang", "Forks 1, 2", "No sign of life for [60 s]")
                .doesNotContain("JsonBench.parse");
        assertThat(section(html, "passed"))
                .contains("JsonBench.parse", "2 limits held", "SortBench.sort", "nothing to judge it by")
                .doesNotContain("JsonBench.list");
    }

    @Test
    void the_first_page_says_how_far_to_trust_the_run_where_and_how_long_it_was_measured() throws IOException {
        var html = firstPage(Suites.mixed());

        assertThat(section(html, "trust"))
                .contains("AMD EPYC 7B13", "17.0.15+6 Debian", "nothing is known that spoils it", "16 of 20")
                .contains("each that is just kept is called broken in at most 1 % of runs");
        assertThat(section(html, "time")).contains("3 min 23 s");
        assertThat(html)
                .contains("4f1c2d3e5a6b with uncommitted changes", "perfbudget.policy", "pom.xml")
                .contains("The queue was held by [shop-web] for 12 s.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\projects\\shop", "/projects/shop/", "/project\u0000s/shop"})
    void a_module_has_the_name_of_its_folder_wherever_it_was_measured(String module) throws IOException {
        var suite = Suites.hostile(module);

        assertThat(firstPage(suite)).contains("<h1><bdi>Performance budgets of shop</bdi></h1>");
    }

    @Test
    void each_benchmark_has_a_page_with_all_that_was_measured_of_it() throws IOException {
        write(Suites.mixed());

        assertThat(read("benchmarks/002-JsonBench.list.html"))
                .contains("<bdi>JsonBench.list</bdi>", "size=1000", "broken, serious", "@PerfBudget on com.acme.shop")
                .contains("from iteration 10", "not steady", "18 + 10", "60 KB", "10 in 20 ms", "hits", "1 ops/ms")
                .contains("mvn verify -Dperfbudget.includes=com.acme.shop.JsonBench.list");
        assertThat(read("benchmarks/005-LockBench.hang.html"))
                .contains("<strong>Forks 1, 2</strong>", "hung", "at com.acme.shop.LockBench.hang(LockBench.java:41)");
    }

    @Test
    void pages_lead_to_each_other() throws IOException {
        write(Suites.mixed());

        assertThat(read("index.html")).contains("href=\"benchmarks/001-JsonBench.parse.html\"");
        assertThat(read("benchmarks/001-JsonBench.parse.html"))
                .contains("href=\"../index.html\"", "rel=\"next\" href=\"../benchmarks/002-JsonBench.list.html\"")
                .doesNotContain("rel=\"prev\"");
        assertThat(read("benchmarks/005-LockBench.hang.html"))
                .contains("rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
        assertThat(brokenLinks()).isEmpty();
    }

    @Test
    void a_benchmark_beside_its_baseline_shows_both_sides_and_how_to_repeat_the_turns() throws IOException {
        new HtmlReport().write(directory, Measured.paired());

        assertThat(read("index.html"))
                .contains("regressed (waived)", "rounding moved into the domain", "jackson-core 3.2.3 became 3.2.4")
                .contains("at most 1 % of runs in which nothing is slower than its threshold fail by chance");
        assertThat(read("benchmarks/004-JsonBench.parse.html"))
                .contains("regressed", "Forks of the candidate", "Forks of the baseline", "decided by", "threshold")
                .contains("-Dperfbudget.seed=20261121");
        assertThat(brokenLinks()).isEmpty();
    }

    @Test
    void few_forks_are_shown_and_many_when_asked_for() throws IOException {
        new HtmlReport().write(directory, Measured.large(1, 30, 4));
        assertThat(read("benchmarks/001-CartBench.total.html"))
                .contains("<details class=\"side\" open>", "<summary>Forks: 30</summary>");

        new HtmlReport().write(directory, Measured.large(1, 31, 4));
        assertThat(read("benchmarks/001-CartBench.total.html"))
                .contains("<details class=\"side\">", "<summary>Forks: 31</summary>");
    }

    @Test
    void escapes_every_text_whatever_it_holds() throws IOException {
        write(Suites.hostile());

        assertThat(pages()).allSatisfy(html -> assertThat(html)
                .contains(
                        "&lt;script&gt;alert(&#39;Ü&#39;)&lt;/script&gt;&quot; onload=&quot;x ${1+1} &amp;amp; \u241b")
                .doesNotContain("<script>", "onload=\"x", "href=\"javascript:", "\u001b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"><img src=x onerror=alert(1)>",
                "javascript:alert(1)",
                "../../../etc/passwd",
                "\u202egpj.exe \u05e9\u05dc\u05d5\u05dd",
                "par\u200bse",
                "\ud83d\udc69\u200d\ud83d\udd2c \ud83d\ude80"
            })
    void nothing_breaks_out_or_hides(String text) throws IOException {
        write(Suites.hostile(text));

        assertThat(pages()).hasSize(2).allSatisfy(html -> assertThat(html)
                .doesNotContain("<img", "href=\"javascript:", "\u202e", "\u200b"));
        assertThat(files()).allMatch(file -> file.matches("[A-Za-z0-9/_.-]{1,90}"));
        assertThat(brokenLinks()).isEmpty();
    }

    @Test
    void files_stay_in_the_folder_whatever_a_benchmark_is_called() throws IOException {
        write(Suites.hostile());

        assertThat(files())
                .contains("index.html", "assets/report.css", "assets/report.js")
                .hasSize(2 + TemplateFiles.ASSETS.size());
        assertThat(files()).allMatch(file -> file.matches("[A-Za-z0-9/_.-]{1,80}"));
    }

    @Test
    void has_neither_inline_style_nor_script_nor_anything_from_elsewhere() throws IOException {
        write(Suites.mixed());

        assertThat(pages()).allSatisfy(html -> {
            assertThat(html).doesNotContain("<style", " style=", "<script>", "javascript:", "@import");
            assertThat(Pattern.compile("(?:src|<link[^>]*href)=\"(?:\\.\\./)?([^\"]*)\"")
                            .matcher(html)
                            .results())
                    .extracting(match -> match.group(1))
                    .startsWith("assets/icon.svg", "assets/report.css", "assets/charts.css")
                    .contains("assets/view.js", "assets/report.js")
                    .allMatch(
                            TemplateFiles.ASSETS.stream().map("assets/"::concat).toList()::contains);
        });
        assertThat(read("assets/report.css") + read("assets/charts.css")).doesNotContain("url(", "@import");
    }

    @Test
    void a_single_file_needs_no_other() throws IOException {
        var suite = Suites.mixed();
        new HtmlReport().asSingleFile().write(directory, new ReportContent(suite.verdict(), suite.runs()));

        assertThat(files()).containsExactly("index.html");
        assertThat(read("index.html"))
                .contains("<style>", "href=\"#benchmark-1\"", "id=\"benchmark-5\"", "prefers-color-scheme")
                .doesNotContain("rel=\"stylesheet\"", " src=", "href=\"benchmarks/", "assets/");
    }

    @Test
    void says_so_when_nothing_was_measured() throws IOException {
        var nothing = new Suites(new SuiteVerdict(Outcome.INVALID, Policy.WARN, List.of(), List.of()), List.of());

        assertThat(firstPage(nothing)).contains("Nothing was measured.", "<section class=\"outcome open\"");
    }

    @Test
    void pages_of_an_earlier_report_are_gone_and_other_files_stay() throws IOException {
        write(Suites.mixed());
        Files.writeString(directory.resolve("benchmarks/notes.txt"), "ours");

        write(Suites.hostile());

        assertThat(files())
                .contains("benchmarks/notes.txt")
                .noneMatch(file -> file.contains("JsonBench"))
                .hasSize(3 + TemplateFiles.ASSETS.size());
    }

    @Test
    void names_the_artifact_when_the_style_sheet_is_missing() throws IOException {
        try (var empty = new URLClassLoader(new URL[0], null)) {
            var suite = Suites.mixed();
            var report = new HtmlReport(new TemplateFiles(empty, Optional.empty()), false);

            assertThatThrownBy(() -> report.write(directory, suite.verdict(), suite.runs()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("[dev/perfbudget/templates/report.css]")
                    .hasMessageContaining("perfbudget-report-templates");
            assertThat(files()).isEmpty();
        }
    }

    private String firstPage(Suites suite) throws IOException {
        return Files.readString(write(suite));
    }

    private Path write(Suites suite) throws IOException {
        return new HtmlReport().write(directory, suite.verdict(), suite.runs());
    }

    private String read(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    private static String section(String html, String id) {
        var start = html.indexOf("<section id=\"" + id + "\"");
        return html.substring(start, html.indexOf("</section>", start));
    }

    private List<String> pages() throws IOException {
        var pages = new ArrayList<String>();
        for (var file : files()) {
            if (file.endsWith(".html")) {
                pages.add(read(file));
            }
        }
        return pages;
    }

    private List<String> files() throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** Of all pages, links to files that are not there. */
    private List<String> brokenLinks() throws IOException {
        var broken = new ArrayList<String>();
        for (var file : files()) {
            if (file.endsWith(".html")) {
                var links = Pattern.compile("(?:href|src)=\"([^\"#:]+)\"")
                        .matcher(read(file))
                        .results()
                        .map(link -> link.group(1))
                        .collect(Collectors.toSet());
                links.removeIf(link -> Files.exists(
                        directory.resolve(file).resolveSibling(link).normalize()));
                links.forEach(link -> broken.add(file + " → " + link));
            }
        }
        return broken;
    }
}
