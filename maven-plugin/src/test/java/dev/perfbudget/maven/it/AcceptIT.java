package dev.perfbudget.maven.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code mvn perfbudget:accept} makes of runs. */
final class AcceptIT {

    private static final String COPY = "@Benchmark public int[] copy() { return numbers.clone(); }\n";
    private static final String ACCEPT =
            "dev.perfbudget:perfbudget-maven-plugin:" + System.getProperty("it.version", "") + ":accept";

    private final Maven maven = Maven.ofThisBuild();

    @TempDir
    private Path directory;

    @Test
    void the_last_run_becomes_the_baseline_and_what_changes_is_said_in_words() throws IOException {
        var project = LittleProject.in(directory).benchmarks("CopyBench", COPY).written();

        var nothing = maven.run(project, ACCEPT);
        assertThat(nothing.exitCode()).as(nothing.output()).isOne();
        assertThat(failureOf(nothing)).contains("There is no run to accept. Measure first: mvn verify");

        measured(project);
        var first = accepted(project);
        assertThat(first)
                .contains("Accepted " + runFile(project))
                .contains("Environment class: the first one.")
                .containsPattern("com\\.acme\\.CopyBench\\.copy mean \\[avgt\\]: [0-9.]+ [nu]s, new")
                .containsPattern("com\\.acme\\.CopyBench\\.copy allocation \\[avgt\\]: 3\\.92 KB, new")
                .contains("Written to " + baseline(project) + ": commit it.");
        assertThat(baseline(project))
                .content()
                .startsWith("{\n  \"schema\": 1,\n")
                .endsWith("}\n");

        var content = Files.readString(baseline(project));
        assertThat(accepted(project)).contains("accepted before");
        assertThat(baseline(project)).hasContent(content);

        var second = maven.run(project, "verify", ACCEPT, "-Dperfbudget.mode=measure");
        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(second.output())
                .contains("Environment class: known, with 1 session.")
                .containsPattern("copy allocation \\[avgt\\]: 3\\.92 KB, [^,]*: session 2 of at most 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.1", "3.9.16", "4.0.0-rc-6"})
    void other_versions_of_maven_accept_a_run_and_compare_the_next(String version) throws IOException {
        var project = LittleProject.in(directory).benchmarks("CopyBench", COPY).written();
        var other = Maven.version(version);

        var build = other.run(project, "verify", ACCEPT, "-Dperfbudget.mode=measure");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output()).contains("Written to " + baseline(project) + ": commit it.");
        assertThat(baseline(project)).content().contains("\"com.acme.CopyBench.copy\"");

        var next = other.run(project, "verify", "-Dperfbudget.mode=measure");

        assertThat(next.exitCode()).as(next.output()).isZero();
        assertThat(next.output()).contains("Compared with one accepted session, of ");
    }

    @Test
    void a_run_of_another_machine_stands_beside_that_of_this_one() throws IOException {
        var project = LittleProject.in(directory).benchmarks("CopyBench", COPY).written();
        measured(project);
        accepted(project);
        var run = Files.readString(runFile(project));
        Files.writeString(
                project.resolve("artifact.json"),
                run.replaceAll("\"cpu.model\" : \"[^\"]*\"", "\"cpu.model\" : \"Abacus\""));

        var output = accepted(project, "-Dperfbudget.run=artifact.json");

        assertThat(output)
                .contains("Environment class: new, beside 1 other, which stays.")
                .contains(", Abacus here)");
        assertThat(baseline(project))
                .content()
                .containsOnlyOnce("\"cpu.model\": \"Abacus\"")
                .contains("\"cpu.model\"", "\"sessions\"");
        assertThat(Files.readString(baseline(project)).split("\"environment\"")).hasSize(3);
    }

    @Test
    void what_cannot_be_accepted_is_refused_with_the_reason_and_nothing_is_written() throws Exception {
        var project = LittleProject.in(directory)
                .benchmarks("CopyBench", COPY)
                .file(".gitignore", "target\n")
                .written();
        git(project, "init", "--quiet");
        git(project, "add", "--all");
        git(project, "-c", "user.name=A", "-c", "user.email=a@acme.com", "commit", "--quiet", "--message=first");
        Files.writeString(project.resolve(".gitignore"), "target\n# changed\n");
        measured(project);

        var dirty = maven.run(project, ACCEPT);
        assertThat(dirty.exitCode()).as(dirty.output()).isOne();
        assertThat(failureOf(dirty))
                .contains("[" + runFile(project) + "] cannot be accepted: its code was not committed")
                .contains("-Dperfbudget.dirty=true");

        var smoke = maven.run(project, ACCEPT, "-Dperfbudget.mode=smoke");
        assertThat(smoke.exitCode()).as(smoke.output()).isOne();
        assertThat(failureOf(smoke)).contains("perfbudget.mode=smoke, which measures nothing and writes no run");

        var verdict = runFile(project).resolveSibling("verdict.json");
        var other = maven.run(project, ACCEPT, "-Dperfbudget.run=" + verdict);
        assertThat(other.exitCode()).as(other.output()).isOne();
        assertThat(failureOf(other)).contains("[" + verdict + "] is no run but a verdict file");

        var cut = Files.writeString(
                project.resolve("cut.json"), Files.readString(runFile(project)).substring(0, 2000));
        var broken = maven.run(project, ACCEPT, "-Dperfbudget.run=" + cut);
        assertThat(broken.exitCode()).as(broken.output()).isOne();
        assertThat(failureOf(broken))
                .contains("[" + cut + "]", "It was cut off: measure again, or restore it.")
                .doesNotContain("REDACTED");

        assertThat(baseline(project)).doesNotExist();
        accepted(project, "-Dperfbudget.dirty=true");
        assertThat(baseline(project)).exists();
    }

    @Test
    void a_baseline_that_cannot_be_read_is_never_overwritten() throws IOException {
        var project = LittleProject.in(directory).benchmarks("CopyBench", COPY).written();
        measured(project);
        accepted(project);
        var whole = Files.readString(baseline(project));
        for (var broken : List.of(
                whole.substring(0, whole.length() / 2),
                whole.replace("\"schema\": 1", "\"schema\": 2"),
                whole.replaceFirst("\"samples\"", "<<<<<<< HEAD\n\"samples\""))) {
            Files.writeString(baseline(project), broken);

            var build = maven.run(project, ACCEPT);

            assertThat(build.exitCode()).as(build.output()).isOne();
            assertThat(failureOf(build)).contains("[" + baseline(project) + "]");
            assertThat(baseline(project)).hasContent(broken);
        }
    }

    @Test
    void a_place_where_nothing_can_be_written_is_named() throws IOException {
        var unwritable = Path.of("/proc/self");
        assumeTrue(Files.isDirectory(unwritable), "needs a place where even root cannot write");
        var project = LittleProject.in(directory).benchmarks("CopyBench", COPY).written();
        measured(project);
        Files.createSymbolicLink(project.resolve("perfbudget"), unwritable);

        var build = maven.run(project, ACCEPT);

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(failureOf(build))
                .contains("Cannot write [" + baseline(project) + "]", "What was accepted before is untouched");
    }

    @Test
    void of_several_modules_those_without_a_run_are_passed_over() throws IOException {
        var parent = LittleProject.emptyIn(directory).withoutOurPlugin();
        var measuring = parent.module("measuring").benchmarks("CopyBench", COPY).written();
        var other = parent.module("other").written();
        var root = parent.written();

        var build = maven.run(root, "verify", ACCEPT, "-Dperfbudget.mode=measure");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output())
                .contains("Nothing to accept in [other]")
                .contains("Written to " + baseline(measuring) + ": commit it.");
        assertThat(baseline(other)).doesNotExist();

        var run = "-Dperfbudget.run=" + runFile(measuring);
        var whose = maven.run(root, ACCEPT, run);
        assertThat(whose.exitCode()).as(whose.output()).isOne();
        assertThat(failureOf(whose)).contains("is a run of one module, but this build has 3", "-pl :");

        var said = maven.run(root, ACCEPT, run, "-pl", ":measuring");
        assertThat(said.exitCode()).as(said.output()).isZero();
    }

    private void measured(Path project) {
        var build = maven.run(project, "verify", "-Dperfbudget.mode=measure");
        assertThat(build.exitCode()).as(build.output()).isZero();
    }

    private String accepted(Path project, String... arguments) {
        var all = Stream.concat(Stream.of(ACCEPT), Stream.of(arguments)).toArray(String[]::new);
        var build = maven.run(project, all);
        assertThat(build.exitCode()).as(build.output()).isZero();
        return build.output();
    }

    private static Path baseline(Path project) {
        return project.resolve("perfbudget").resolve("baseline.json");
    }

    private static Path runFile(Path project) throws IOException {
        try (var runs = Files.list(project.resolve("target/perfbudget/runs"))) {
            return runs.findFirst().orElseThrow().resolve("run.json");
        }
    }

    private static void git(Path project, String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        var process = new ProcessBuilder(command)
                .directory(project.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private static String failureOf(Maven.Build build) {
        return MeasureIT.failureOf(build);
    }
}
