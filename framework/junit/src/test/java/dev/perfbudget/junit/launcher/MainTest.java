package dev.perfbudget.junit.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private static final String FIXTURES = "dev.perfbudget.junit.fixtures.";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_missing_request_cannot_be_run() {
        assertThat(Main.run(new String[0], print(out), print(err))).isEqualTo(2);
        assertThat(Main.run(new String[] {"/nowhere"}, print(out), print(err))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Expected the path of a request file, found [].")
                .contains("Cannot read the request [/nowhere]");
    }

    @Test
    void a_request_without_classes_or_without_benchmarks_cannot_be_run() throws IOException {
        assertThat(run("origin=pom.xml")).isEqualTo(2);
        assertThat(run("class.0=" + FIXTURES + "NoBench")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("The request names no class")
                .contains("No benchmark was found in any of these classes: [" + FIXTURES + "NoBench]");
    }

    @Test
    void a_class_that_does_not_exist_cannot_be_run() throws IOException {
        assertThat(run("class.0=com.acme.Nowhere")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("com.acme.Nowhere");
    }

    @Test
    void problems_are_written_where_the_request_wants_them() throws IOException {
        var problems = directory.resolve("problems.txt");

        assertThat(run("class.0=" + FIXTURES + "Misplaced$OnClass\nproblems=" + problems))
                .isEqualTo(2);
        assertThat(problems).content().contains("has nothing to measure");
    }

    @Test
    void tags_that_leave_nothing_are_no_failure_but_are_said() throws IOException {
        assertThat(run("class.0=" + FIXTURES + "SortBench\nincludeTags=slow,nightly"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("no benchmark has the tags that were asked for (include [slow, nightly], exclude [])");
    }

    @Test
    void settings_become_configuration_parameters_with_their_origin() throws IOException {
        var problems = directory.resolve("problems.txt");

        assertThat(run("class.0=" + FIXTURES + "SortBench\nsetting.mode=fast\norigin=pom.xml of core\nproblems="
                        + problems))
                .isEqualTo(2);
        assertThat(problems)
                .hasContent(
                        "The setting perfbudget.mode (pom.xml of core) is [fast]; it must be measure, smoke or off.");
    }

    @Test
    void what_is_switched_off_is_not_a_problem() throws IOException {
        assertThat(run("class.0=" + FIXTURES + "SortBench\nsetting.mode=off")).isZero();
    }

    private int run(String request) throws IOException {
        var file = Files.writeString(directory.resolve("request.properties"), request);
        return Main.run(new String[] {file.toString()}, print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
