package dev.perfbudget.agent.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A benchmark that writes down what its fork was started with, in the fork's working directory. */
@State(Scope.Benchmark)
public class CommandLineWitness {

    /** What it writes. */
    public static final String FILE = "witness.properties";

    @Setup
    public void writeDown() throws IOException {
        var facts = new TreeMap<>(JvmFacts.read());
        facts.put("command", ProcessHandle.current().info().command().orElseThrow());
        facts.put("arguments", arguments());
        var properties = new Properties();
        properties.putAll(facts);
        try (var out = Files.newBufferedWriter(Path.of(FILE))) {
            properties.store(out, null);
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Fork(jvmArgsAppend = {"-Xmx128m", "-Dwitness=one blank"})
    public int witnessed() {
        return notInlined();
    }

    /** A hint besides JMH's own. */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int notInlined() {
        return 42;
    }

    /** All but the port, and with the content instead of the name of the temporary file. */
    private static String arguments() {
        var arguments = ProcessHandle.current().info().arguments().orElseThrow();
        return Arrays.stream(arguments)
                .limit(arguments.length - 1L)
                .map(JvmFacts::withoutTemporaryName)
                .collect(Collectors.joining("\n"));
    }
}
