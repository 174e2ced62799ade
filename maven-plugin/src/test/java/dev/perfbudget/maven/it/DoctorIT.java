package dev.perfbudget.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn perfbudget:doctor} says of little projects. */
final class DoctorIT {

    private static final String VERSION = System.getProperty("it.version", "");
    private static final String DOCTOR = "dev.perfbudget:perfbudget-maven-plugin:" + VERSION + ":doctor";
    private static final String COPY = "@Benchmark public int[] copy() { return numbers.clone(); }\n";

    private final Maven maven = Maven.ofThisBuild();

    @TempDir
    private Path directory;

    @Test
    void a_project_and_its_machine_are_examined_and_what_surefire_would_do_is_told() {
        var project = LittleProject.in(directory)
                .dependency("dev.perfbudget", "perfbudget-junit", VERSION, "test")
                .testBenchmarks("CopyBench", COPY)
                .file("perfbudget/waivers.json", "{")
                .written();

        var build = maven.run(project, DOCTOR, "-DargLine=-Xmx512m -Dtoken=secret");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(unbroken(build.output()))
                .contains("Spoils all verdicts", "waivers.json] cannot be read")
                .contains("Good to know, spoils nothing", "Surefire passes over [com.acme.CopyBench]")
                .contains("There is no [META-INF/BenchmarkList]", "The plugin is a snapshot [" + VERSION + "]")
                .contains("arguments that forks do not get [-Xmx512m]")
                .contains("Nothing was accepted yet")
                .containsPattern(
                        "In order: [^\n]*JDK of the forks.*benchmarks, goals, perfbudget-junit, version of JMH")
                .containsPattern("\\[INFO] +Not fit to measure; [0-9]+ findings? spoils? all verdicts")
                .doesNotContain("The rule broke")
                .doesNotContain("SLF4J");
        assertThat(project.resolve("target/perfbudget")).doesNotExist();
    }

    /** Lines that were broken between words as what they were. */
    private static String unbroken(String output) {
        return output.replaceAll("\n\\[INFO] +(?=\\S)", " ");
    }

    @Test
    void a_build_fails_only_where_there_is_nothing_to_measure_in_all_of_it() {
        var parent = LittleProject.emptyIn(directory).withoutOurPlugin();
        var empty = parent.module("empty")
                .file("src/main/java/com/acme/Plain.java", "package com.acme; public class Plain {}");
        empty.written();
        parent.module("measured")
                .dependency("org.openjdk.jmh", "jmh-generator-annprocess", "1.37", "provided")
                .benchmarks("CopyBench", COPY)
                .written();
        var root = parent.written();

        var passed = maven.run(root, DOCTOR);
        assertThat(passed.exitCode()).as(passed.output()).isZero();
        assertThat(passed.output()).contains("Nothing to examine in [empty]").containsOnlyOnce("In order: ");
        // JMH's own list, on a JDK that runs processors of the class path by default.
        assertThat(passed.output()).doesNotContain("The benchmark list ", "as a benchmark list");

        var failed = maven.run(root, DOCTOR, "-pl", ":empty");
        assertThat(failed.exitCode()).as(failed.output()).isOne();
        assertThat(failed.output()).contains("There is no class with a benchmark or a budget");
        assertThat(MeasureIT.failureOf(failed)).contains("Nothing can be measured here; 1 finding spoils measuring");
    }
}
