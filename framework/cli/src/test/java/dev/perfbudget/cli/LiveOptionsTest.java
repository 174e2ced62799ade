package dev.perfbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with {@code compare --live} is found before any JVM is started. */
class LiveOptionsTest {

    @TempDir
    private Path directory;

    private static Called live(Object... arguments) {
        var all = new Object[arguments.length + 2];
        all[0] = "compare";
        all[1] = "--live";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        var called = Called.perfbudget(all);
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.output()).isEmpty();
        assertThat(called.errors()).doesNotContain("\tat ", "defect");
        return called;
    }

    @Test
    void both_class_paths_are_needed() {
        assertThat(live().errors())
                .contains("--baseline-class-path: --live needs it", "--candidate-class-path: --live needs it");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() throws IOException {
        var text = Files.writeString(directory.resolve("notes.txt"), "no jar");
        var empty = Files.createDirectory(directory.resolve("empty"));
        var called = live(
                "--baseline-class-path",
                "missing.jar" + File.pathSeparator + text + File.pathSeparator + empty.resolve("*"),
                "--candidate-class-path",
                empty,
                "--time=3 parsecs",
                "--seed=x",
                "--policy=hope",
                "--slowdown=fast",
                "--java-home",
                empty,
                "-Dperfbudget.iteratons=3",
                "-Dcolour=red",
                "--alpha=0.1",
                "*Bench");
        assertThat(called.errors().lines())
                .anyMatch(line -> line.matches("--baseline-class-path: \\[.*missing.jar] does not exist."))
                .contains(
                        "--baseline-class-path: [" + text + "] is neither a jar nor a folder of classes.",
                        "--baseline-class-path: there is no jar in the folder [" + empty + "].",
                        "--policy: [hope] is none of [warn, extend, fail].",
                        "--time: [3 parsecs] is not a time such as [10 min].",
                        "--seed: [x] is not a whole number such as [7], or [any].",
                        "--java-home: there is no [bin/java] in [" + empty + "].",
                        "--alpha is about files: it has no place beside --live.")
                .anyMatch(line -> line.contains("[perfbudget.iteratons] is not a setting. Did you mean"))
                .anyMatch(line -> line.startsWith("-Dcolour: only settings of PerfBudget"))
                .anyMatch(line -> line.startsWith("--slowdown: [fast] must be a share"))
                .anyMatch(line -> line.startsWith("[*Bench] is no regular expression: Dangling meta character '*'"));
    }

    @Test
    void a_class_path_without_jmh_is_refused_before_anything_runs() {
        assertThat(live("--baseline-class-path", directory, "--candidate-class-path", directory)
                        .errors()
                        .lines())
                .filteredOn(line -> line.contains("JMH is missing"))
                .hasSize(2);
    }

    @Test
    void another_jmh_on_the_other_side_is_refused_and_an_old_one_too() throws IOException {
        var older = jmh("older", "1.21");
        var newer = jmh("newer", "1.38");
        assertThat(live("--baseline-class-path", older, "--candidate-class-path", newer)
                        .errors())
                .contains(
                        "--baseline-class-path: JMH [1.21] is not supported.",
                        "The baseline has JMH [1.21], the candidate [1.38]");
    }

    private Path jmh(String name, String version) throws IOException {
        var folder = directory.resolve(name);
        var runner = folder.resolve("org/openjdk/jmh/runner/Runner.class");
        Files.createDirectories(runner.getParent());
        Files.write(runner, new byte[] {1});
        Files.writeString(folder.resolve("jmh.properties"), "jmh.version=" + version);
        return folder;
    }

    @Test
    void its_options_need_it() {
        var called = Called.perfbudget("compare", "a.json", "b.json", "--time=3m", "-Dperfbudget.cap=3m");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors().lines())
                .containsAll(List.of(
                        "--time is about what is measured now: it needs --live.",
                        "-D is about what is measured now: it needs --live."));
    }

    @Test
    void an_option_and_its_property_contradict_each_other() {
        assertThat(live("--time=3m", "-Dperfbudget.time=4m").errors())
                .contains("--time and -Dperfbudget.time are the same: give one.");
    }
}
