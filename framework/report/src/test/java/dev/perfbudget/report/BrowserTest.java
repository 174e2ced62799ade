package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/**
 * The pages as a browser draws them: from a disk, with scripts and without, and from a server with the policy that Jenkins
 * has for archived reports. The pictures stay in {@code target/pictures} for people to look at.
 */
class BrowserTest {

    private static final int LIGHT = 0xfffbfbf9;
    private static final int DARK = 0xff14171a;

    @TempDir
    static Path folder;

    private static Chromium browser;

    @BeforeAll
    static void writeReports() throws IOException {
        var started = Chromium.start();
        assumeTrue(started.isPresent(), "no chromium with its driver on the PATH");
        browser = started.orElseThrow();
        new HtmlReport().write(folder.resolve("paired"), Measured.paired());
        var mixed = Suites.mixed();
        new HtmlReport().write(folder.resolve("mixed"), mixed.verdict(), mixed.runs());
        var hostile = Suites.hostile();
        new HtmlReport().write(folder.resolve("hostile"), hostile.verdict(), hostile.runs());
        var endless = Suites.hostile("x".repeat(10_000) + " \u202e\u05e9\u05dc\u05d5\u05dd \ud83d\ude80");
        new HtmlReport().write(folder.resolve("endless"), endless.verdict(), endless.runs());
        new HtmlReport().asSingleFile().write(folder.resolve("single"), Measured.paired());
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void asUsual() {
        browser.screen(1200, "light");
        browser.scripts(true);
        browser.open("about:blank");
        browser.consoleMessages();
        browser.requests();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void every_page_opens_without_a_message_and_asks_for_nothing_outside_its_folder(boolean scripts)
            throws IOException {
        browser.scripts(scripts);
        for (var page : pages()) {
            browser.open(address(page));
        }

        assertThat(browser.consoleMessages()).isEmpty();
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(request -> request.startsWith(folder.toUri().toString()) || request.equals("data:,"));
    }

    @Test
    void nothing_moves_once_it_is_drawn() throws IOException {
        for (var page : List.of("paired/index.html", "paired/benchmarks/004-JsonBench.parse.html")) {
            browser.open(address(folder.resolve(page)));

            assertThat(
                            browser.await(
                                    """
                            const done = arguments[0];
                            let moved = 0;
                            new PerformanceObserver(list => list.getEntries().forEach(entry => moved += entry.value))
                                .observe({type: 'layout-shift', buffered: true});
                            setTimeout(() => done(moved), 200);"""))
                    .isEqualTo(0L);
        }
    }

    @Test
    void keeps_its_style_and_facts_under_a_strict_policy_and_only_scripts_are_refused() throws Exception {
        try (var server = new StrictServer(folder)) {
            for (var page : pages()) {
                if (!page.startsWith(folder.resolve("single"))) {
                    browser.open(server.address(folder.relativize(page)));

                    assertThat(browser.drawn(900).getRGB(2, 2))
                            .as(page.toString())
                            .isEqualTo(LIGHT);
                    assertThat(browser.area("dl.facts dd")).as(page.toString()).isPositive();
                    assertThatOnlyScriptsWereRefused();
                }
            }
            assertThat(server.missing()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"overview, paired/index.html", "benchmark, paired/benchmarks/004-JsonBench.parse.html"})
    void has_its_pictures_under_a_strict_policy(String kind, Path page) throws Exception {
        try (var server = new StrictServer(folder)) {
            browser.open(server.address(page));
            browser.picture("strict-" + kind, 1600);

            assertThat(browser.area("svg.chart")).isGreaterThan(300 * 50);
            assertThat(browser.area("svg.chart path")).isPositive();
            assertThatOnlyScriptsWereRefused();
        }
    }

    /** The console says that they were, and nothing else. */
    private static void assertThatOnlyScriptsWereRefused() {
        assertThat(browser.consoleMessages())
                .isNotEmpty()
                .allMatch(message -> TemplateFiles.SCRIPTS.stream().anyMatch(message::contains)
                        || message.contains("Blocked script execution"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 800, 1200})
    void no_page_is_wider_than_the_screen(int width) {
        for (var page : pages()) {
            browser.screen(width, "light");
            browser.open(address(page));

            assertThat(browser.evaluate("document.documentElement.scrollWidth"))
                    .as(page.toString())
                    .isEqualTo((long) width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 800, 1200})
    void is_light_or_dark_as_people_like_it(int width) throws IOException {
        for (var page : List.of("paired/index.html", "paired/benchmarks/004-JsonBench.parse.html")) {
            for (var colours : Map.of("light", LIGHT, "dark", DARK).entrySet()) {
                browser.screen(width, colours.getKey());
                browser.open(address(folder.resolve(page)));
                var kind = page.contains("benchmarks") ? "benchmark" : "overview";
                var picture = browser.picture(kind + "-" + width + "-" + colours.getKey());

                assertThat(IntStream.range(0, picture.getHeight()).map(y -> picture.getRGB(picture.getWidth() - 3, y)))
                        .as(page)
                        .containsOnly(colours.getValue());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1200,light", "1200,dark", "400,light", "400,dark"})
    void axe_finds_nothing(int width, String colours) throws IOException {
        browser.screen(width, colours);
        for (var page : pages()) {
            browser.open(address(page));
            browser.run("document.querySelectorAll('details').forEach(details => details.open = true)");

            assertThat(browser.violations()).as(page.toString()).isEmpty();
        }
    }

    @Test
    void a_row_that_became_a_card_is_still_a_row_of_a_table() {
        browser.screen(400, "light");
        browser.open(address(folder.resolve("paired/index.html")));

        assertThat(browser.evaluate("getComputedStyle(document.querySelector('#time td')).display"))
                .isEqualTo("block");
        assertThat(browser.evaluate(
                        "[...document.querySelectorAll('table.stack, .stack :is(thead, tbody, tr, th, td)')]"
                                + ".every(part => part.getAttribute('role'))"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 800, 1200})
    void parameters_and_reasons_stand_below_a_name(int width) {
        browser.screen(width, "light");
        browser.open(address(folder.resolve("paired/index.html")));

        for (var below : List.of(".params", ".why")) {
            assertThat(browser.evaluate("[...document.querySelectorAll('#changed " + below + "')].every(one =>"
                            + " one.getBoundingClientRect().top >="
                            + " one.closest('th').querySelector('a').getBoundingClientRect().bottom - 1)"))
                    .as(below)
                    .isEqualTo(true);
        }
    }

    @Test
    void a_reason_is_shown_to_its_end() {
        browser.screen(400, "light");
        browser.open(address(folder.resolve("endless/index.html")));

        assertThat(browser.evaluate("[...document.querySelectorAll('.why')]"
                        + ".every(why => getComputedStyle(why).webkitLineClamp === 'none')"))
                .isEqualTo(true);
        assertThat(isCut("#changed .name a bdi")).as("a long name").isTrue();
    }

    @Test
    void paper_shows_all_that_can_be_opened_and_names_to_their_end() throws IOException {
        browser.open(address(folder.resolve("endless/index.html")));
        browser.paper();
        browser.picture("paper", 1200);

        assertThat(isCut("#changed .name a bdi")).isFalse();
        assertThat(browser.evaluate("[...document.querySelectorAll('details:not([open]) table')].length > 0"
                        + " && [...document.querySelectorAll('details table')]"
                        + ".every(table => table.checkVisibility({contentVisibilityAuto: true})"
                        + " && table.getBoundingClientRect().height > 0)"))
                .isEqualTo(true);
    }

    private static boolean isCut(String selector) {
        return (boolean) browser.evaluate("[...document.querySelectorAll('" + selector
                + "')].some(name => name.scrollHeight > name.clientHeight + 1)");
    }

    @Test
    void a_benchmark_is_found_and_opened_by_the_keyboard() {
        browser.open(address(folder.resolve("paired/index.html")));
        browser.press("/");
        browser.press("token split");
        browser.press(Keys.ARROW_DOWN);
        browser.pressEnter();

        assertThat(browser.address()).endsWith("/paired/benchmarks/010-TokenBench.split.html");
    }

    @Test
    void rows_are_walked_by_the_keyboard() {
        browser.open(address(folder.resolve("paired/index.html")));
        browser.press("j");
        var first = browser.evaluate("document.activeElement.textContent");
        browser.press("j");
        var second = browser.evaluate("document.activeElement.textContent");
        browser.press("k");

        assertThat(first).isEqualTo("CartBench.discount");
        assertThat(second).isNotEqualTo(first);
        assertThat(browser.evaluate("document.activeElement.textContent")).isEqualTo(first);
    }

    @Test
    void a_link_shows_what_was_searched_filtered_and_sorted() {
        browser.open(address(folder.resolve("paired/index.html")));
        browser.press("/");
        browser.press("bench");
        browser.click(".tools .choices button");
        browser.click("#changed thead th:nth-child(4) button");
        var shown = rows();
        var address = browser.address();
        browser.open("about:blank");
        browser.open(address);

        assertThat(address).contains("#?q=bench&state=", "&sort=0.3.up");
        assertThat(rows()).isEqualTo(shown).isNotEqualTo(List.of());
        assertThat(browser.evaluate("document.querySelector('.tools input').value"))
                .isEqualTo("bench");
        assertThat(browser.evaluate("document.querySelector('[aria-sort]').textContent"))
                .isEqualTo("Measured");
    }

    @Test
    void values_are_sorted_by_what_they_are_and_not_as_texts() {
        browser.open(address(folder.resolve("paired/index.html")) + "#?sort=1.1.down");

        assertThat(
                        browser.evaluate(
                                "[...document.querySelectorAll('#passed td.number')]"
                                        + ".map(cell => Number(cell.dataset.order)).every((value, at, all) => !at || value <= all[at - 1])"))
                .isEqualTo(true);
        assertThat(browser.evaluate("new Set([...document.querySelectorAll('#passed td.number')]"
                        + ".map(cell => cell.textContent.split(' ')[1])).size"))
                .isEqualTo(2L);
    }

    @ParameterizedTest
    @CsvSource({"up,slower", "down,faster"})
    void changes_are_sorted_by_how_large_they_are(String direction, String word) {
        browser.open(address(folder.resolve("paired/index.html")) + "#?sort=0.4." + direction);

        var changes = cells("#changed td.bound");
        assertThat(orders("#changed td.bound"))
                .isSortedAccordingTo(direction.equals("up") ? Comparator.naturalOrder() : Comparator.reverseOrder());
        assertThat(changes.stream()
                        .filter(change -> change.endsWith("% " + word))
                        .map(change -> Double.valueOf(change.split(" ", 2)[0])))
                .isNotEmpty()
                .isSorted();
    }

    @Test
    void verdicts_are_sorted_by_how_bad_they_are() {
        browser.open(address(folder.resolve("mixed/index.html")) + "#?sort=0.0.up");

        assertThat(cells("#changed .state"))
                .containsExactly("not measured", "hung", "broken, serious", "undecided", "undecided");
    }

    private static List<String> cells(String selector) {
        return String.valueOf(browser.evaluate("[...document.querySelectorAll('" + selector
                        + "')].map(cell => cell.textContent.trim()).join('\\n')"))
                .lines()
                .toList();
    }

    /** What has no order stands after all that has. */
    private static List<Double> orders(String selector) {
        return String.valueOf(browser.evaluate("[...document.querySelectorAll('" + selector
                        + "')].map(cell => cell.dataset.order).join('\\n')"))
                .lines()
                .map(order -> order.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(order))
                .toList();
    }

    private static Object rows() {
        return browser.evaluate("[...document.querySelectorAll('tbody tr')].filter(row => !row.hidden)"
                + ".map(row => row.textContent)");
    }

    /** The first of each report, and of benchmarks those that have most to show. */
    private static List<Path> pages() {
        return Stream.of(
                        "paired/index.html",
                        "paired/benchmarks/004-JsonBench.parse.html",
                        "mixed/index.html",
                        "mixed/benchmarks/002-JsonBench.list.html",
                        "mixed/benchmarks/005-LockBench.hang.html",
                        "hostile/index.html",
                        "hostile/benchmarks/" + onlyPage("hostile"),
                        "endless/index.html",
                        "endless/benchmarks/" + onlyPage("endless"),
                        "single/index.html")
                .map(folder::resolve)
                .toList();
    }

    private static String onlyPage(String report) {
        return String.valueOf(folder.resolve(report + "/benchmarks").toFile().list()[0]);
    }

    private static String address(Path page) {
        return page.toUri().toString();
    }
}
