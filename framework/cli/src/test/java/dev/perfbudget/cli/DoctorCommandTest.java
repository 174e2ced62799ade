package dev.perfbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code perfbudget doctor} says of machines that it runs on, JDKs and class paths. */
class DoctorCommandTest {

    @TempDir
    private Path directory;

    @Test
    void machine_and_jdk_are_examined_and_the_last_line_says_what_it_comes_to() {
        var called = Called.perfbudget("doctor");

        assertThat(called.errors()).isEmpty();
        assertThat(called.code()).isZero();
        assertThat(called.output()).contains("In order: ").doesNotContain("benchmarks on the class path");
        assertThat(called.output()).containsPattern("(?s)\n(Fit|Not fit) [^\n].*\\.\n$");
    }

    @Test
    void a_class_path_with_jmh_and_a_benchmark_is_in_order() {
        var classes = new JmhProject(directory).working(100).compile();

        var called = Called.perfbudget("doctor", classes + File.pathSeparator + JmhProject.jmh());

        assertThat(called.errors()).isEmpty();
        assertThat(called.code()).isZero();
        assertThat(called.output()).containsPattern("(?s)In order: .*JMH.*benchmarks\\s+on\\s+the\\s+class\\s+path");
    }

    @Test
    void a_class_path_without_jmh_and_benchmarks_can_measure_nothing() {
        var called = Called.perfbudget("doctor", directory);

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.output())
                .startsWith("Nothing can be measured")
                .contains("JMH is missing")
                .containsPattern("(?m)^Nothing can be measured here; [0-9]+ findings? spoils? measuring");
    }

    @Test
    void a_jdk_that_is_none_can_measure_nothing() {
        var called = Called.perfbudget("doctor", "--java-home", directory);

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.output()).contains("cannot be started");
    }

    @Test
    void wrong_options_are_told_at_once() {
        var called = Called.perfbudget("doctor", "missing.jar", "--jav-home=x", "--debug");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.output()).isEmpty();
        assertThat(called.errors())
                .contains(
                        "[--jav-home=x] is no option. Did you mean [--java-home]?",
                        "missing.jar] does not exist",
                        "[perfbudget doctor --help] shows all options.",
                        "\tat dev.perfbudget.cli.");
    }
}
