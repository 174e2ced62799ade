package dev.perfbudget.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.protocol.Plan.Purpose;
import dev.perfbudget.protocol.Side;
import dev.perfbudget.runner.fixture.Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a JDK that is installed beside the one that runs the tests; skipped where there is none. */
class OtherJdkTest {

    @TempDir
    private Path module;

    @Test
    void runner_host_and_fork_work_on_another_jdk_and_the_run_says_which() throws IOException {
        var other = otherJdk();
        assumeTrue(other.isPresent() || isNeeded(), "There is only one JDK here");
        var javaHome = other.orElseThrow();
        try (var jvm = TestJvm.start(javaHome, module)) {
            jvm.send(on(
                    javaHome,
                    TestJvm.plan(
                            module,
                            Purpose.MEASURE,
                            TestJvm.benchmarksOf(Sums.class, Map.of()),
                            Map.of(
                                    "forks",
                                    "1",
                                    "warmupIterations",
                                    "1",
                                    "iterations",
                                    "2",
                                    "iterationTime",
                                    "10 ms"))));
            jvm.listen();
        }

        var run =
                RunDirectory.of(module.resolve("target/perfbudget"), "test-run").readRun();
        assertThat(run.environment().descriptive()).containsEntry("java.home", javaHome.toString());
        assertThat(run.environment().defining().get("cpu.model")).isNotEqualTo("unknown");
        assertThat(run.benchmarks())
                .allSatisfy(benchmark -> assertThat(benchmark.forks()).hasSize(1));
    }

    /** As the environment says where there must be one. */
    private static boolean isNeeded() {
        return System.getenv().getOrDefault("PERFBUDGET_TESTS_NEED", "").contains("jdk");
    }

    private static Plan on(Path javaHome, Plan plan) {
        var side = plan.candidate();
        return new Plan(
                plan.runId(),
                plan.purpose(),
                plan.benchmarks(),
                plan.variants(),
                new Side(javaHome.toString(), side.classPath(), side.workingDirectory()),
                plan.against(),
                plan.moduleDirectory(),
                plan.outputDirectory(),
                plan.settings(),
                plan.droppedJvmArguments());
    }

    /** The newest that is neither this one nor older. */
    private static Optional<Path> otherJdk() throws IOException {
        var home = Path.of(System.getProperty("java.home")).toRealPath();
        try (var siblings = Files.list(home.getParent())) {
            return siblings.filter(candidate -> Files.isExecutable(candidate.resolve("bin/javac")))
                    .filter(candidate -> isAnother(home, candidate))
                    .filter(candidate -> feature(candidate) >= Runtime.version().feature())
                    .max((one, two) -> Integer.compare(feature(one), feature(two)));
        }
    }

    private static boolean isAnother(Path home, Path candidate) {
        try {
            return !candidate.toRealPath().equals(home);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static int feature(Path javaHome) {
        try {
            return Files.readAllLines(javaHome.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION=\""))
                    .map(line -> Runtime.Version.parse(line.substring(14, line.length() - 1))
                            .feature())
                    .findFirst()
                    .orElse(0);
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
