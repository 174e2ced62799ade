package dev.perfbudget.agent.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfbudget.agent.fixtures.Shapes;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.FromFork.IterationEnded;
import dev.perfbudget.protocol.FromHost.ForkCompleted;
import dev.perfbudget.protocol.ToHost.Effort;
import dev.perfbudget.protocol.ToHost.RunFork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Host and agent on every JDK from 17 on that lies beside the one that runs the tests, and on that one. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class EveryJdkTest {

    private static final Effort SHORT = new Effort.Fixed(3, 50_000_000, 3, 50_000_000, 10_000_000_000L);

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("homes")
    void measures_time_and_allocation(Path home) throws Exception {
        try (var host = HostDriver.start(home, HostDriver.ownClassPath(), directory)) {
            var outcome = host.run(command("average", "avgt"));

            assertThat(outcome.answer()).isInstanceOf(ForkCompleted.class);
            assertThat(Path.of(outcome.fork().facts().getOrDefault("java.home", ""))
                            .toRealPath())
                    .isEqualTo(home);
            assertThat(outcome.iterations()).hasSize(6).allSatisfy(iteration -> assertThat(iteration.counters())
                    .containsKeys("cpu", "allocated", "gc.count", "gc.time", "classes.loaded", "jit.time"));
            var last = outcome.iterations().get(5);
            assertThat((double) last.counters().getOrDefault("allocated", 0L) / last.operations())
                    .isEqualTo(40, within(1.0));
            // From JDK 24 on, the JVM itself warns of how JMH finds the offsets of fields.
            assertThat(Files.readAllLines(directory.resolve("host.out")))
                    .allMatch(line -> line.startsWith("WARNING: "));
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void allocation_of_threads_that_have_ended_counts_or_is_not_told(Path home) throws Exception {
        try (var host = HostDriver.start(home, HostDriver.ownClassPath(), directory)) {
            var outcome = host.run(command("shortLivedThread", "ss"));

            assertThat(outcome.iterations()).hasSize(6).allSatisfy(iteration -> assertThat(
                            iteration.counters().getOrDefault("allocated", Long.MAX_VALUE))
                    .isGreaterThanOrEqualTo(100L << 20));
            if (feature(home) >= 21) {
                assertThat(outcome.iterations())
                        .extracting(IterationEnded::counters)
                        .allMatch(counters -> counters.containsKey("allocated"));
            }
        }
    }

    private static RunFork command(String method, String mode) {
        return new RunFork(
                "fork", new BenchmarkKey(Shapes.class.getName() + "." + method, mode, Map.of("size", "20")), SHORT);
    }

    static Stream<Path> homes() throws IOException {
        var own = Path.of(System.getProperty("java.home")).toRealPath();
        try (var beside = Files.list(own.getParent())) {
            return Stream.concat(Stream.of(own), beside.toList().stream().map(EveryJdkTest::real))
                    .filter(home -> Files.isExecutable(home.resolve("bin").resolve("java")))
                    .filter(home -> feature(home) >= 17)
                    .distinct()
                    .toList()
                    .stream();
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException dangling) {
            return path;
        }
    }

    /** From the file in which a JDK says what it is; 0 if it does not. */
    private static int feature(Path home) {
        try (var lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("JAVA_VERSION=\"(\\d+).*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException none) {
            return 0;
        }
    }
}
