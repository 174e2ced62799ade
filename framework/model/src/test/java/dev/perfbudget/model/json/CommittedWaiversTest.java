package dev.perfbudget.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfbudget.model.Waiver;
import dev.perfbudget.model.input.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code perfbudget/waivers.json}: written by people, so all that is wrong is told at once, with its place. */
class CommittedWaiversTest {

    @TempDir
    private Path module;

    @Test
    void without_a_file_nothing_is_waived() throws IOException {
        assertThat(files().readWaivers()).isEmpty();
    }

    @Test
    void a_waiver_says_what_may_be_how_much_slower_why_and_until_when() throws IOException {
        write(
                """
                {
                  "schema": 1,
                  "waivers": [
                    {
                      "benchmark": "com.acme.JsonBench.parse{size=10}",
                      "metric": "mean",
                      "largestRatio": 1.15,
                      "reason": "checks added, see #17",
                      "expires": "2027-01-31"
                    },
                    { "benchmark": "*", "largestRatio": 2, "reason": "new CI", "expires": "2026-12-01" }
                  ]
                }
                """);
        assertThat(files().readWaivers())
                .containsExactly(
                        new Waiver(
                                "com.acme.JsonBench.parse{size=10}",
                                "mean",
                                1.15,
                                "checks added, see #17",
                                LocalDate.parse("2027-01-31")),
                        new Waiver("*", "*", 2, "new CI", LocalDate.parse("2026-12-01")));
    }

    @Test
    void all_that_is_wrong_is_told_at_once_with_its_place() throws IOException {
        write(
                """
                {
                  "schema": 1,
                  "waivers": [
                    {
                      "benchmark": " ",
                      "metrics": "mean",
                      "largestRatio": "15%",
                      "reason": "",
                      "expires": "31.1.2027"
                    },
                    { "largestRatio": 0.9 }
                  ],
                  "wavers": []
                }
                """);
        var source = "[" + files().waiversFile() + "] ";
        assertThatThrownBy(() -> files().readWaivers())
                .isInstanceOf(UnreadableFileException.class)
                .satisfies(told -> assertThat(String.valueOf(told.getMessage()).lines())
                        .allSatisfy(line -> assertThat(line).startsWith(source + "line "))
                        .map(line -> line.substring(source.length()))
                        .containsExactly(
                                "line 6, column 18 (/waivers/0/metrics): [metrics] is no field of a waiver. Known are"
                                        + " [benchmark, metric, largestRatio, reason, expires].",
                                "line 5, column 20 (/waivers/0/benchmark): [benchmark] must be a pattern such as"
                                        + " [com.acme.JsonBench.*], not [ ].",
                                "line 7, column 23 (/waivers/0/largestRatio): [largestRatio] must be how many times"
                                        + " as slow it may be, above 1, such as [1.15] for 15 %, not [15%].",
                                "line 8, column 17 (/waivers/0/reason): [reason] must be why this may be slower for a"
                                        + " while, not [].",
                                "line 9, column 18 (/waivers/0/expires): [expires] must be a day such as"
                                        + " [2027-01-31], not [31.1.2027].",
                                "line 11, column 5 (/waivers/1): the waiver has no [benchmark]: a pattern such as"
                                        + " [com.acme.JsonBench.*].",
                                "line 11, column 23 (/waivers/1/largestRatio): [largestRatio] must be how many times"
                                        + " as slow it may be, above 1, such as [1.15] for 15 %, not [0.9].",
                                "line 11, column 5 (/waivers/1): the waiver has no [reason]: why this may be slower"
                                        + " for a while.",
                                "line 11, column 5 (/waivers/1): the waiver has no [expires]: a day such as"
                                        + " [2027-01-31].",
                                "line 13, column 13 (/wavers): [wavers] is no field of this file. Known are [schema,"
                                        + " waivers]."));
    }

    @Test
    void a_newer_schema_is_refused() throws IOException {
        write("{\"schema\": 2, \"waivers\": []}");
        assertThatThrownBy(() -> files().readWaivers()).hasMessageContaining("written by a newer PerfBudget");
    }

    @Test
    void anything_else_is_refused_with_file_and_reason() throws IOException {
        for (var broken : List.of(
                "",
                "[]",
                "{}",
                "{\"schema\": 1}",
                "{\"waivers\": []}",
                "{\"schema\": \"1\", \"waivers\": []}",
                "{\"schema\": 1, \"waivers\": {}}",
                "{\"schema\": 1, \"waivers\": [17]}",
                "{\"schema\": 1, \"waivers\": [{\"benchmark\": {}}]}",
                "{\"schema\": 1, \"waivers\": [{\"reason\": \"a\", \"reason\": \"b\"}]}",
                "{\"schema\": 1, \"waivers\": [",
                "{\"schema\": 1, \"waivers\": []} {}",
                "waivers: none")) {
            write(broken);
            assertThatThrownBy(() -> files().readWaivers())
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessageStartingWith("[" + files().waiversFile() + "]");
        }
    }

    private CommittedFiles files() {
        return CommittedFiles.of(module);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(files().waiversFile().getParent());
        Files.writeString(files().waiversFile(), text);
    }
}
