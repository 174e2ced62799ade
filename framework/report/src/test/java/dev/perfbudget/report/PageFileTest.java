package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFileTest {

    @Test
    void names_are_recognised() {
        assertThat(PageFile.of(3, 12, "JsonBench.parse")).isEqualTo("benchmarks/003-JsonBench.parse.html");
        assertThat(PageFile.of(3, 2000, "JsonBench.parse")).isEqualTo("benchmarks/0003-JsonBench.parse.html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "<script>", "a\\b:c*?", "\u202egpj", "", "...", "CON", "x\u0000y", "🚀"})
    void names_stay_in_their_folder(String hostile) {
        assertThat(PageFile.of(1, 1, hostile)).matches("benchmarks/001-[A-Za-z0-9_][A-Za-z0-9_.-]*\\.html");
        assertThat(PageFile.isOne(PageFile.of(1, 1, hostile).substring("benchmarks/".length())))
                .isTrue();
    }

    @Test
    void names_have_a_length_that_every_system_bears() {
        assertThat(PageFile.of(1, 1, "x".repeat(10_000))).hasSizeLessThan(90);
    }
}
