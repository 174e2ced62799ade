package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SuiteVerdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Terminals of any width, and names that would like to own them. */
class ScreenTest {

    private static final Screen.Columns EIGHTY = () -> OptionalInt.of(80);

    /** Colour, bell, another title, up a line; C1's own; from right to left; not seen; wide; a line of its own. */
    private static final String HOSTILE =
            "\u001b[31mred\u0007\u001b]0;title\u0007\u009b2A\u202egnp.exe\u2066\u200b\ufeff"
                    + "\u05e9\u05dc\u05d5\u05dd 漢字 👩‍🚀 e\u0301\u2028next\r\nline\ttab";

    @Test
    void colours_are_for_a_terminal_where_nobody_objects() {
        assertThat(Screen.of(Map.of(), true, EIGHTY)).isEqualTo(new Screen(true, OptionalInt.of(80)));
        assertThat(Screen.of(Map.of(), false, EIGHTY)).isEqualTo(Screen.LOG);
        assertThat(Screen.of(Map.of("NO_COLOR", "1"), true, EIGHTY).isColoured())
                .isFalse();
        assertThat(Screen.of(Map.of("NO_COLOR", ""), true, EIGHTY).isColoured()).isTrue();
        assertThat(Screen.of(Map.of("TERM", "dumb"), true, EIGHTY).isColoured()).isFalse();
    }

    @Test
    void columns_are_what_the_variable_says_or_else_the_terminal() {
        assertThat(Screen.of(Map.of("COLUMNS", "120"), true, EIGHTY).width()).hasValue(120);
        assertThat(Screen.of(Map.of("COLUMNS", "120"), false, EIGHTY).width()).hasValue(120);
        assertThat(Screen.of(Map.of("COLUMNS", "wide"), true, EIGHTY).width()).hasValue(80);
        assertThat(Screen.of(Map.of("COLUMNS", "1"), true, EIGHTY).width()).hasValue(80);
        assertThat(Screen.of(Map.of(), true, OptionalInt::empty).width()).isEmpty();
    }

    @Test
    void a_row_has_the_colour_of_its_verdict_and_loses_it_at_its_end() {
        var lines = new ConsoleTable(new Screen(true, OptionalInt.empty()))
                .linesOf(Suites.mixed().verdict());

        assertThat(lines)
                .filteredOn(line -> line.contains("BROKEN"))
                .first()
                .asString()
                .startsWith("\u001b[31mJsonBench");
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.contains("\u001b[")).isEqualTo(line.endsWith("\u001b[0m")));
        assertThat(lines.stream()
                        .map(line -> line.replaceAll("\u001b\\[\\d+m", ""))
                        .toList())
                .as("colour is never the only bearer of a meaning")
                .isEqualTo(ConsoleTable.lines(Suites.mixed().verdict()));
    }

    @ParameterizedTest
    @ValueSource(ints = {110, 120, 160})
    void a_table_is_as_narrow_as_the_screen_and_names_lose_their_middles(int columns) {
        var table = new ConsoleTable(new Screen(false, OptionalInt.of(columns)));
        var suite = suite(
                "com.acme.shop.checkout.AVeryLongNameOfABenchmarkClass.and_of_a_method_that_says_everything",
                Map.of("payload", "some megabytes of nested json", "kind", "every kind there is"));

        var lines = table.linesOf(suite).stream().skip(2).toList();

        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(DisplayWidth.of(line))
                .isLessThanOrEqualTo(columns));
        assertThat(lines.get(1)).contains("…", "1.34 us", "1.21 us to 1.49 us (95 %)", "no limit");
    }

    @Test
    void numbers_stay_whole_on_a_screen_that_is_too_narrow_for_them() {
        var table = new ConsoleTable(new Screen(false, OptionalInt.of(40)));

        assertThat(table.linesOf(Suites.mixed().verdict()))
                .anySatisfy(line -> assertThat(line).contains("1.71 ms", "> 1.64 ms (99 %)", "<= 1 ms"));
    }

    @Test
    void hostile_names_neither_move_the_cursor_nor_the_columns() {
        var params = new LinkedHashMap<String, String>();
        params.put(HOSTILE, HOSTILE);
        var lines = ConsoleTable.lines(suite("com.acme.Bench." + HOSTILE, params));

        assertThat(lines).allSatisfy(line -> assertThat(line)
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\u200d]]"));
        var head = lines.get(2);
        var row = lines.get(3);
        var column = DisplayWidth.of(head.substring(0, head.indexOf("Metric")));
        assertThat(DisplayWidth.of(row.substring(0, row.indexOf("score")))).isEqualTo(column);
    }

    @Test
    void a_name_of_ten_thousand_letters_does_not_fill_the_log() {
        assertThat(ConsoleTable.lines(suite("com.acme.Bench." + "r".repeat(10_000), Map.of()))
                        .subList(2, 4))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(300));
    }

    @Test
    void what_is_wide_takes_two_columns_and_what_is_not_seen_none() {
        assertThat(DisplayWidth.of("abc")).isEqualTo(3);
        assertThat(DisplayWidth.of("漢字")).isEqualTo(4);
        assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
        assertThat(DisplayWidth.of("🚀")).isEqualTo(2);
    }

    @Test
    void a_shortened_text_keeps_both_ends_and_no_half_letters() {
        assertThat(DisplayWidth.shortened("abcdefghij", 10)).isEqualTo("abcdefghij");
        assertThat(DisplayWidth.shortened("abcdefghij", 7)).isEqualTo("abc…hij");
        assertThat(DisplayWidth.shortened("🚀🚀🚀🚀🚀", 6)).isEqualTo("🚀…🚀");
        for (var most = 3; most < 20; most++) {
            assertThat(DisplayWidth.of(DisplayWidth.shortened("漢字 and 🚀🚀 and e\u0301e\u0301 at the end", most)))
                    .isLessThanOrEqualTo(most);
        }
    }

    @Test
    void long_lines_are_broken_where_the_screen_ends() {
        var wrapped = Wrapped.on(new Screen(false, OptionalInt.of(40)));

        assertThat(wrapped.lines("a sentence that is a good deal longer than a narrow screen is", "  ", "    "))
                .containsExactly("  a sentence that is a good deal longer", "    than a narrow screen is");
        assertThat(wrapped.lines("\u001b[31m\u202e", "", "")).containsExactly("␛[31m‹U+202E›");
    }

    @Test
    void a_column_that_is_no_name_is_never_shortened() {
        var table = new TextTable(List.of("Name", "Number"), Set.of("Number"), Set.of("Name"), OptionalInt.of(20));
        table.add("a_name_that_is_too_long", "1234567890");

        assertThat(table.lines()).containsExactly("Name              Number", "a_name…_long  1234567890");
    }

    private static SuiteVerdict suite(String benchmark, Map<String, String> params) {
        return new SuiteVerdict(
                Outcome.PASSED,
                Policy.WARN,
                List.of(Suites.verdict(Suites.id(benchmark, params), Outcome.PASSED)),
                List.of());
    }
}
