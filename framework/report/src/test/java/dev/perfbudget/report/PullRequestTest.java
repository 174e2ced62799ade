package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.report.github.PullRequestComment;
import dev.perfbudget.report.github.StepSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code comment.md} and the page of a step: what GitHub shows of a verdict, and does not show if it is too long. */
class PullRequestTest {

    private static final long STEP = 1024L * 1024;
    private static final long COMMENT = 65_536;

    @TempDir
    private Path directory;

    @Test
    void a_comment_begins_with_the_line_by_which_it_is_found_again() throws IOException {
        assertThat(comment(Suites.mixed().verdict(), "com.acme:shop"))
                .containsSubsequence(
                        "<!-- perfbudget:com.acme:shop -->", "### Performance budgets of com.acme:shop", "");
        assertThat(comment(Suites.mixed().verdict(), "com.acme:shop"))
                .containsAll(Summary.lines(Suites.mixed().verdict(), NextCommands.OF_MAVEN));
    }

    @Test
    void no_name_of_a_module_ends_the_hidden_line() throws IOException {
        assertThat(comment(Suites.mixed().verdict(), "com.acme:a-->b<script>\n_c_")
                        .get(0))
                .isEqualTo("<!-- perfbudget:com.acme:a-b-script-c- -->");
    }

    @Test
    void a_comment_is_never_longer_than_github_takes_and_says_what_it_leaves_out() throws IOException {
        var lines = comment(large(2_000), "com.acme:shop");

        assertThat(Files.size(directory.resolve("comment.md"))).isBetween(COMMENT * 9 / 10, COMMENT);
        assertThat(lines.get(lines.size() - 1))
                .matches(
                        "\\*\\*Shortened:\\*\\* \\d+ of \\d+ lines are left out, because there is no room for more here\\."
                                + " All of it is in summary\\.md, beside the report\\.");
    }

    @Test
    void the_page_of_a_step_gets_the_summary_behind_what_others_wrote() throws IOException {
        var file = Files.writeString(directory.resolve("step"), "of another step\n");

        assertThat(StepSummary.append(file, Suites.mixed().verdict(), NextCommands.OF_MAVEN))
                .isTrue();

        assertThat(Files.readAllLines(file))
                .startsWith("of another step", "")
                .containsAll(Summary.lines(Suites.mixed().verdict(), NextCommands.OF_MAVEN));
    }

    @Test
    void the_page_of_a_step_stays_as_long_as_github_takes_whatever_modules_add() throws IOException {
        var file = directory.resolve("step");
        var suite = large(12_000);

        assertThat(StepSummary.append(file, suite, NextCommands.OF_MAVEN)).isTrue();
        assertThat(Files.size(file)).isBetween(STEP * 9 / 10, STEP);
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).contains("**Shortened:** ");

        Files.writeString(file, "x".repeat(Math.toIntExact(STEP - 10)));
        assertThat(StepSummary.append(file, suite, NextCommands.OF_MAVEN)).isFalse();
        assertThat(Files.size(file)).isEqualTo(STEP - 10);
    }

    private List<String> comment(SuiteVerdict suite, String module) throws IOException {
        return Files.readAllLines(PullRequestComment.write(directory, suite, NextCommands.OF_MAVEN, module));
    }

    private static SuiteVerdict large(int benchmarks) {
        return new SuiteVerdict(
                Outcome.PASSED,
                Policy.WARN,
                IntStream.range(0, benchmarks)
                        .mapToObj(number -> Suites.verdict(
                                Suites.id("com.acme.shop.checkout.Größe" + number + ".of_a_benchmark", Map.of()),
                                Outcome.PASSED))
                        .toList(),
                List.of());
    }
}
