package dev.perfbudget.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void ordinary_text_stays_as_it_is() {
        assertThat(VisibleText.of("JsonBench.parse, größe=10\n\tµs שלום 你好 🚀"))
                .isEqualTo("JsonBench.parse, größe=10\n\tµs שלום 你好 🚀");
    }

    @Test
    void emoji_that_are_joined_stay_joined() {
        assertThat(VisibleText.of("👩‍🔬")).isEqualTo("👩‍🔬");
    }

    @Test
    void what_turns_other_characters_around_is_shown() {
        assertThat(VisibleText.of("a\u202egpj.exe")).isEqualTo("a‹U+202E›gpj.exe");
    }

    @Test
    void what_has_no_width_is_shown() {
        assertThat(VisibleText.of("par\u200bse\ufeff")).isEqualTo("par‹U+200B›se‹U+FEFF›");
        assertThat(VisibleText.of("a\u200db")).isEqualTo("a‹U+200D›b");
    }

    @Test
    void control_characters_and_halves_of_characters_are_shown() {
        assertThat(VisibleText.of("\u001b[31m\u0000\u007f\u0085\ud800x")).isEqualTo("␛[31m␀␡‹U+0085›‹U+D800›x");
        assertThat(VisibleText.of("a\r\nb\rc")).isEqualTo("a\nb␍c");
    }

    @Test
    void a_line_shows_where_others_would_begin() {
        assertThat(VisibleText.line("a\r\nb\tc\u2028d")).isEqualTo("a␊b␉c‹U+2028›d");
    }
}
