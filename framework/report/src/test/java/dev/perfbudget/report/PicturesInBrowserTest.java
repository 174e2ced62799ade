package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Values and zoom of the pictures, by mouse and keyboard. What is seen stays in {@code target/pictures}. */
class PicturesInBrowserTest {

    private static final String ITERATIONS = "Iterations of every fork";
    private static final String FORKS = "Forks of baseline and candidate";

    @TempDir
    static Path folder;

    private static Chromium browser;

    @BeforeAll
    static void writeReport() throws IOException {
        var started = Chromium.start();
        assumeTrue(started.isPresent(), "no chromium with its driver on the PATH");
        browser = started.orElseThrow();
        new HtmlReport().write(folder, Measured.paired());
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void onTheBenchmarksPage() {
        open(1200, "light");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17, 100})
    void the_value_of_the_nearest_mark_is_read_by_the_mouse(int number) {
        find(ITERATIONS);
        pointAt(number);

        assertThat(tip()).isEqualTo(point(number));
    }

    @Test
    void away_from_all_marks_no_value_is_shown() {
        find(ITERATIONS);
        pointAt(0);
        browser.pointAt(2, 2);

        assertThat(tip()).isEqualTo("hidden");
    }

    @Test
    void values_are_walked_and_told_by_the_keyboard() {
        find(ITERATIONS);
        focus();
        browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_LEFT);

        assertThat(tip()).isEqualTo(point(1));
        assertThat(browser.evaluate("document.querySelector('.said').textContent.replace(', ', ': ')"))
                .isEqualTo(point(1));
    }

    @Test
    void a_value_beyond_what_is_shown_comes_into_sight() {
        find(ITERATIONS);
        focus();
        browser.press("+++++");
        browser.press(Keys.ARROW_RIGHT);

        assertThat(tip()).isEqualTo(point(0));
        assertThat(shown()[0]).isZero();
    }

    @Test
    void the_wheel_scrolls_the_page_and_zooms_with_control() {
        find(FORKS);
        var middle = middle();
        browser.pointAt(middle[0], middle[1]);
        browser.wheel(middle[0], middle[1], -100, true);
        browser.wheel(middle[0], middle[1], -100, true);
        browser.until("location.hash.includes('zoom')");

        var part = shown();
        assertThat(part[1] - part[0]).isEqualTo(5000, within(2.0));

        var scrolled = browser.evaluate("scrollY");
        browser.wheel(middle[0], middle[1], 120, false);
        browser.until("scrollY > " + scrolled);

        assertThat(shown()).containsExactly(part);
    }

    @Test
    void one_finger_scrolls_the_page_and_two_zoom() {
        browser.fingers(true);
        open(1200, "light");
        find(FORKS);
        var middle = middle();
        browser.pinch(middle[0], middle[1]);
        browser.until("location.hash.includes('zoom')");

        var part = shown();
        assertThat(part[1] - part[0]).isEqualTo(5000, within(100.0));

        var scrolled = browser.evaluate("scrollY");
        browser.swipe(middle[0], middle[1]);
        browser.until("scrollY > " + scrolled);

        assertThat(shown()).containsExactly(part);
        browser.fingers(false);
    }

    @Test
    void what_is_zoomed_is_dragged() {
        find(FORKS);
        focus();
        browser.press("++");
        var before = shown();
        var middle = middle();
        browser.drag(middle[0], middle[1], middle[0] + 60);

        assertThat(shown()[0]).isLessThan(before[0]);
        assertThat(shown()[1] - shown()[0]).isEqualTo(before[1] - before[0], within(2.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "escape", "button", "minus", "double click"})
    void all_of_it_is_shown_again(String way) {
        find(FORKS);
        var drawn = outlines();
        focus();
        browser.press("++");
        assertThat(outlines()).isNotEqualTo(drawn);

        switch (way) {
            case "0" -> browser.press("0");
            case "escape" -> browser.press(Keys.ESCAPE);
            case "button" -> browser.run("picture.parentNode.querySelector('button').click()");
            case "minus" -> browser.press("----");
            default -> browser.run("picture.querySelector('.catch').dispatchEvent(new MouseEvent('dblclick'))");
        }

        assertThat(isZoomed()).isFalse();
        assertThat(outlines()).isEqualTo(drawn);
        assertThat(browser.address()).doesNotContain("zoom");
    }

    @ParameterizedTest
    @CsvSource({FORKS + ",3", ITERATIONS + ",4", "Block by block,5", "Resources while forks ran,5"})
    void numbers_stay_at_their_marks_and_whole(String title, int steps) {
        find(title);
        var before = texts();
        focus();
        browser.press("+".repeat(steps));

        var part = shown();
        var zoom = 10_000 / (part[1] - part[0]);
        var after = texts();
        assertThat(after).hasSameSizeAs(before).anyMatch(Text::isShown);
        for (var i = 0; i < after.size(); i++) {
            if (after.get(i).isShown) {
                var moved = before.get(i);
                var place = moved.left + zoom * (moved.x - moved.left) - part[0] / 10_000 * zoom * moved.width;
                assertThat(after.get(i).x)
                        .as(moved.words)
                        .isEqualTo(place, within(0.5))
                        .isBetween(moved.left, moved.left + moved.width);
            }
        }
    }

    @Test
    void a_link_shows_the_same_part() {
        find(FORKS);
        focus();
        browser.press("+++");
        find(ITERATIONS);
        focus();
        browser.press("++");
        browser.press(Keys.ARROW_RIGHT);
        var part = shown();
        var address = browser.address();
        browser.open("about:blank");
        browser.open(address);

        find(ITERATIONS);
        assertThat(isZoomed()).isTrue();
        assertThat(shown()).containsExactly(part);
        find(FORKS);
        assertThat(isZoomed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.9.1", "2.a.b", "x", "2.0.1", "99.0.5000", "2.-5.5000", "_.._", "0.1000.3000", "%zz"})
    void an_address_that_is_wrong_shows_all(String zoom) {
        browser.open("about:blank");
        browser.open(page() + "#?zoom=" + zoom);

        assertThat(browser.evaluate("document.querySelectorAll('.zoomed').length"))
                .isEqualTo(0L);
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1200,light", "1200,dark", "400,light", "400,dark"})
    void axe_finds_nothing_where_a_zoomed_picture_shows_a_value(int width, String colours) throws IOException {
        open(width, colours);
        for (var title : List.of(FORKS, ITERATIONS, "Block by block", "Resources while forks ran")) {
            find(title);
            focus();
            var height = browser.evaluate("document.documentElement.scrollHeight");
            browser.press("+++");
            browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);

            assertThat(browser.evaluate("document.documentElement.scrollHeight"))
                    .as("nothing moves")
                    .isEqualTo(height);
            assertThat(browser.consoleMessages()).isEmpty();
            browser.picture("zoomed-" + title.replace(' ', '-') + "-" + width + "-" + colours);
            assertThat(browser.violations()).isEmpty();
            browser.consoleMessages();
        }
        assertThat(browser.evaluate("document.documentElement.scrollWidth")).isEqualTo((long) width);
    }

    /** A word of a plot. */
    private record Text(double x, double left, double width, boolean isShown, String words) {}

    private static void open(int width, String colours) {
        browser.screen(width, colours);
        browser.open("about:blank");
        browser.consoleMessages();
        browser.open(page());
    }

    private static String page() {
        return folder.resolve("benchmarks/004-JsonBench.parse.html").toUri().toString();
    }

    /** The picture that the rest of a test is about. */
    private static void find(String title) {
        browser.run("window.picture = [...document.querySelectorAll('.picture')]"
                + ".find(figure => figure.querySelector('figcaption').textContent === '" + title
                + "').querySelector('svg'); picture.scrollIntoView({block: 'center'})");
    }

    private static void focus() {
        browser.run("picture.focus()");
    }

    private static void pointAt(int number) {
        var place = numbers("(() => { const [x, y] = picture.dataset.points.split('\\n')[" + number
                + "].split('\\t').map(Number); const at = new DOMPoint(x, y).matrixTransform(picture.getScreenCTM());"
                + " return at.x + ' ' + at.y; })()");
        browser.pointAt(place[0] + 1, place[1] + 1);
    }

    private static double[] middle() {
        return numbers("(() => { const box = picture.getBoundingClientRect();"
                + " return (box.left + box.width / 2) + ' ' + (box.top + box.height / 2); })()");
    }

    /** From where to where, in parts of the axis, as the address has it. */
    private static double[] shown() {
        return numbers("(() => { const number = [...document.querySelectorAll('.picture .chart')].indexOf(picture);"
                + " return decodeURIComponent(location.hash).match(new RegExp('[=_]' + number + '[.](\\\\d+[.]\\\\d+)'))[1]"
                + ".replace('.', ' '); })()");
    }

    private static double[] numbers(String script) {
        return Arrays.stream(String.valueOf(browser.evaluate(script)).split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static boolean isZoomed() {
        return (boolean) browser.evaluate(
                "picture.classList.contains('zoomed')" + " && !picture.parentNode.querySelector('button').hidden");
    }

    private static Object outlines() {
        return browser.evaluate(
                "[...picture.querySelectorAll('[data-left] path')].map(path => path.getAttribute('d')).join()");
    }

    private static List<Text> texts() {
        return String.valueOf(
                        browser.evaluate(
                                "[...picture.querySelectorAll('[data-left] text')].map(text => ["
                                        + "text.getAttribute('x'), text.parentNode.dataset.left,"
                                        + " text.parentNode.dataset.right - text.parentNode.dataset.left,"
                                        + " getComputedStyle(text).visibility === 'visible', text.textContent].join('\\t')).join('\\n')"))
                .lines()
                .map(line -> line.split("\t", -1))
                .map(cells -> new Text(
                        Double.parseDouble(cells[0]),
                        Double.parseDouble(cells[1]),
                        Double.parseDouble(cells[2]),
                        Boolean.parseBoolean(cells[3]),
                        cells[4]))
                .toList();
    }

    private static Object point(int number) {
        return browser.evaluate("picture.dataset.points.split('\\n')[" + number + "].split('\\t').slice(2).join(': ')");
    }

    private static Object tip() {
        return browser.evaluate("(() => { const tip = picture.querySelector('.tip'); return !tip"
                + " || getComputedStyle(tip).visibility === 'hidden' ? 'hidden'"
                + " : [...tip.querySelectorAll('text')].map(text => text.textContent).join(': '); })()");
    }
}
