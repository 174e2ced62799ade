package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.report.MarkdownText.Cell;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in comments and summaries, of which GitHub and GitLab make nothing but text. */
class MarkdownTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"@PerfBudget on Bench.run", "(@acme/team)", "see #12", "acme/shop#12", "\\@name", "@@a ##1"})
    void calls_nobody_and_links_no_issue(String text) {
        assertThat(bold(text)).doesNotContainPattern("[@#][\\p{Alnum}@#]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@PerfBudget on Bench.run", "see #12", "a@b.org", "C# & <b> `*_[]|~!", "\\@name", "# no head"})
    void reads_as_it_was_written(String text) {
        assertThat(rendered(bold(text))).isEqualTo(text);
    }

    @Test
    void a_name_is_text_wherever_it_stands() {
        var text = new MarkdownText()
                .bold("@a")
                .table("@b", "#1:")
                .row(Cell.of("@c"), new Cell("#2", true))
                .list(Stream.of("@d", "  # 3"));

        assertThat(text.lines())
                .containsExactly(
                        "**@<!-- -->a**",
                        "",
                        "| @<!-- -->b | #<!-- -->1 |",
                        "|---|--:|",
                        "| @<!-- -->c | **#<!-- -->2** |",
                        "",
                        "- @<!-- -->d",
                        "  - #<!-- --> 3");
    }

    private static String bold(String text) {
        return new MarkdownText().bold(text).lines().get(0);
    }

    /** What a page shows of a line in bold: comments are hidden, escapes are what they stand for. */
    private static String rendered(String line) {
        return line.substring(2, line.length() - 2)
                .replace("<!-- -->", "")
                .replaceAll("\\\\([\\p{Punct}])", "$1")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }
}
