package dev.perfbudget.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.agent.fork.CommandLineWitness;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.ToHost.Effort;
import dev.perfbudget.protocol.ToHost.RunFork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A fork of ours and one of plain JMH's are started alike: same JVM, flags, compiler hints and class path. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FidelityTest {

    private static final String BENCHMARK = CommandLineWitness.class.getName() + ".witnessed";

    @TempDir
    Path directory;

    @Test
    void the_command_line_is_that_of_plain_jmh() throws Exception {
        var plain = witnessOfPlainJmh(Files.createDirectory(directory.resolve("plain")));
        var ours = witnessOfOurs(Files.createDirectory(directory.resolve("ours")));

        assertThat(ours).isEqualTo(plain);
        assertThat(ours.get("arguments"))
                .contains(
                        "-Dwitness=one blank",
                        "-XX:CompileCommandFile=sha256:",
                        "org.openjdk.jmh.runner.ForkedMain",
                        System.getProperty("java.class.path"));
    }

    @Test
    void the_agent_reports_the_facts_as_the_benchmark_sees_them() throws Exception {
        try (var host = HostDriver.start(directory)) {
            var reported = run(host).fork().facts();

            assertThat(witness(directory)).containsAllEntriesOf(reported);
            assertThat(reported)
                    .containsKeys(
                            "java.version",
                            "java.vendor",
                            "java.vm.name",
                            "java.vm.version",
                            "java.home",
                            "gc",
                            "compressed.oops",
                            "processors")
                    .containsEntry("heap.max", String.valueOf(128L << 20));
        }
    }

    private static Map<String, String> witnessOfOurs(Path directory) throws Exception {
        try (var host = HostDriver.start(directory)) {
            run(host);
        }
        return witness(directory);
    }

    private static HostDriver.Outcome run(HostDriver host) throws Exception {
        return host.run(new RunFork(
                "witness",
                new BenchmarkKey(BENCHMARK, "avgt", Map.of()),
                new Effort.Fixed(1, 20_000_000, 1, 20_000_000, 10_000_000_000L)));
    }

    private static Map<String, String> witnessOfPlainJmh(Path directory) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlainJmh.class.getName(),
                        BENCHMARK)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("jmh.out").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        return witness(directory);
    }

    private static Map<String, String> witness(Path directory) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(directory.resolve(CommandLineWitness.FILE))) {
            properties.load(in);
        }
        var facts = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> facts.put(name, properties.getProperty(name)));
        return facts;
    }
}
