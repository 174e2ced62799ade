package dev.perfbudget.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.json.RunDirectory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions of JUnit, JDKs, languages and launchers that users have. */
final class MatrixIT {

    private static final String COPY = "@Benchmark @dev.perfbudget.api.PerfBudget(allocation = \"5 KB\")"
            + " public int[] copy() { return numbers.clone(); }\n";

    private static final String TEST =
            """
            package com.acme;

            import org.junit.jupiter.api.Test;

            class NeighbourTest {
                @Test
                void passes() {}
            }
            """;

    private static final String KOTLIN =
            """
            package com.acme

            import dev.perfbudget.api.PerfBudget
            import java.util.concurrent.TimeUnit
            import org.openjdk.jmh.annotations.*

            @State(Scope.Benchmark)
            @BenchmarkMode(Mode.AverageTime)
            @OutputTimeUnit(TimeUnit.NANOSECONDS)
            open class CopyBench {
                private val numbers = IntArray(1000)

                @Benchmark
                @PerfBudget(allocation = ["5 KB"])
                open fun copy(): IntArray = numbers.clone()
            }
            """;

    private static final String KOTLIN_PLUGIN =
            """
            <plugin>
              <groupId>org.jetbrains.kotlin</groupId><artifactId>kotlin-maven-plugin</artifactId><version>2.4.21</version>
              <executions><execution>
                <id>test-compile</id><phase>test-compile</phase><goals><goal>test-compile</goal></goals>
                <configuration>
                  <sourceDirs><sourceDir>src/test/kotlin</sourceDir></sourceDirs><jvmTarget>17</jvmTarget>
                </configuration>
              </execution></executions>
            </plugin>
            """;

    private static final String CLASS_PATH =
            """
            <plugin>
              <artifactId>maven-dependency-plugin</artifactId><version>3.11.0</version>
              <executions><execution>
                <phase>test-compile</phase><goals><goal>build-classpath</goal></goals>
                <configuration><outputFile>target/class-path.txt</outputFile></configuration>
              </execution></executions>
            </plugin>
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"5.10.5", "5.14.4", "6.1.3"})
    void every_junit_measures_benchmarks_beside_tests(String junit) {
        var build = Maven.ofThisBuild().run(project(junit), "verify");

        assertMeasured(build);
        assertThat(build.output()).contains("Tests run: 1, Failures: 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10.5", "6.1.3"})
    void a_build_on_another_jdk_measures_in_forks_of_that(String junit) throws IOException {
        var other = OtherJdk.find();
        var project = project(junit);

        var build = Maven.ofThisBuild().on(other).run(project, "verify");

        assertMeasured(build);
        assertThat(forksOf(project)).allSatisfy(fork -> assertThat(fork.jvm().get("java.version"))
                .startsWith(String.valueOf(other.feature())));
    }

    @Test
    void a_benchmark_has_its_forks_on_the_jdk_that_it_asks_for() throws IOException {
        var other = OtherJdk.find();
        var java = other.home().resolve("bin/java").toString();
        var project = LittleProject.in(directory)
                .withPerfBudgetAndJUnit("5.10.5")
                .testBenchmarks("CopyBench", "@Fork(jvm = \"" + java + "\") " + COPY)
                .written();

        var build = Maven.ofThisBuild().run(project, "verify");

        assertMeasured(build);
        assertThat(forksOf(project)).isNotEmpty().allSatisfy(fork -> assertThat(
                        fork.jvm().get("java.version"))
                .startsWith(String.valueOf(other.feature())));
    }

    @Test
    void benchmarks_written_in_kotlin_are_measured() {
        var project = LittleProject.in(directory)
                .withPerfBudgetAndJUnit("5.10.5")
                .dependency("org.jetbrains.kotlin", "kotlin-stdlib", "2.4.21", "test")
                .plugins(KOTLIN_PLUGIN)
                .file("src/test/kotlin/com/acme/CopyBench.kt", KOTLIN)
                .written();

        // Kotlin's daemon would outlive the test by two hours.
        assertMeasured(Maven.ofThisBuild().run(project, "verify", "-Dkotlin.compiler.daemon=false"));
    }

    @Test
    void several_test_jvms_of_one_build_measure_one_after_the_other() throws IOException {
        var project = LittleProject.in(directory)
                .withoutOurPlugin()
                .withPerfBudgetAndJUnit("5.10.5")
                .testBenchmarks("OneBench", COPY)
                .testBenchmarks("TwoBench", COPY)
                .written();

        var build = Maven.ofThisBuild()
                .run(project, "test", "-Dtest=OneBench,TwoBench", "-DforkCount=2", "-DreuseForks=false");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output()).contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0");
        var runs = runsOf(project);
        assertThat(runs).hasSize(2);
        Times.doNotOverlap(runs.stream().map(Times::of).toList());
    }

    @Test
    void the_console_launcher_measures_a_class() throws Exception {
        var project = LittleProject.in(directory)
                .withoutOurPlugin()
                .withPerfBudgetAndJUnit("6.1.3")
                .dependency("org.junit.platform", "junit-platform-console", "6.1.3", "test")
                .plugins(CLASS_PATH)
                .testBenchmarks("CopyBench", COPY)
                .written();
        var build = Maven.ofThisBuild().run(project, "test-compile");
        assertThat(build.exitCode()).as(build.output()).isZero();

        var output = directory.resolve("console.txt");
        var launcher = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        project.resolve("target/test-classes")
                                + File.pathSeparator
                                + Files.readString(project.resolve("target/class-path.txt")),
                        "-Dperfbudget.forks=2",
                        "-Dperfbudget.iterations=2",
                        "-Dperfbudget.iterationTime=20 ms",
                        "org.junit.platform.console.ConsoleLauncher",
                        "execute",
                        "--select-class=com.acme.CopyBench",
                        "--disable-banner")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(launcher.waitFor()).as(Files.readString(output)).isZero();
        assertThat(Files.readString(output)).contains("1 tests successful");
        assertThat(runsOf(project)).hasSize(1);
    }

    private Path project(String junit) {
        return LittleProject.in(directory)
                .withPerfBudgetAndJUnit(junit)
                .testBenchmarks("CopyBench", COPY)
                .file("src/test/java/com/acme/NeighbourTest.java", TEST)
                .written();
    }

    private static void assertMeasured(Maven.Build build) {
        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output()).containsPattern("CopyBench.copy +allocation .* held");
    }

    private static List<Fork> forksOf(Path project) throws IOException {
        return runsOf(project).stream()
                .flatMap(run -> run.benchmarks().stream())
                .flatMap(benchmark -> benchmark.forks().stream())
                .toList();
    }

    private static List<Run> runsOf(Path project) throws IOException {
        try (var directories = Files.list(project.resolve("target/perfbudget/runs"))) {
            var runs = new ArrayList<Run>();
            for (var run : directories.toList()) {
                runs.add(RunDirectory.at(run).readRun());
            }
            return runs;
        }
    }
}
