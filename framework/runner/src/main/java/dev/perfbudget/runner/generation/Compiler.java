package dev.perfbudget.runner.generation;

import dev.perfbudget.protocol.ArgumentFile;
import dev.perfbudget.protocol.Side;
import dev.perfbudget.runner.process.Tool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The side's {@code javac}, which runs JMH's processor over names of compiled classes. */
final class Compiler {

    private static final String PROCESSOR = "org.openjdk.jmh.generators.BenchmarkProcessor";
    private static final Duration AT_MOST = Duration.ofMinutes(5);

    private final Side side;
    private final List<Path> processorPath;

    /** @param processorPath jars of JMH's processor; JMH itself is taken from the side's class path */
    Compiler(Side side, List<Path> processorPath) {
        this.side = side;
        this.processorPath = List.copyOf(processorPath);
    }

    /** The program; absent in a JRE. */
    Optional<Path> program() {
        return Stream.of("javac", "javac.exe")
                .map(name -> Path.of(side.javaHome(), "bin", name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Generates and compiles.
     *
     * @return what went wrong, in JMH's or the compiler's own words; empty if nothing did
     */
    Optional<String> compile(Collection<String> classNames, int release, Path output) throws IOException {
        var program = program().orElseThrow(() -> new IllegalStateException("No javac in [" + side.javaHome() + "]"));
        var arguments = Files.createTempFile(output.getParent(), "javac", ".args");
        try {
            ArgumentFile.forCompiler(arguments).write(arguments(classNames, release, output));
            var answer = new Tool(List.of(program.toString(), "@" + arguments), output, AT_MOST).ask();
            if (answer.isEmpty()) {
                return Optional.of("[" + program + "] did not end within " + AT_MOST.toMinutes() + " min");
            }
            return answer.get().exitStatus() == 0
                    ? Optional.empty()
                    : Optional.of(errors(answer.get().errors()));
        } finally {
            Files.deleteIfExists(arguments);
        }
    }

    private List<String> arguments(Collection<String> classNames, int release, Path output) {
        var processors = Stream.concat(processorPath.stream().map(Path::toString), side.classPath().stream())
                .toList();
        var arguments = new ArrayList<>(List.of(
                "-nowarn",
                "-Xlint:none",
                "-encoding UTF-8",
                "--release " + release,
                "-processor " + PROCESSOR,
                "-processorpath " + path(processors),
                "-classpath " + path(side.classPath()),
                "-d " + ArgumentFile.quoted(output.toString())));
        classNames.forEach(name -> arguments.add(ArgumentFile.quoted(name)));
        return arguments;
    }

    private static String path(List<String> entries) {
        return ArgumentFile.quoted(String.join(File.pathSeparator, entries));
    }

    /** Only the errors, without javac's count of them; all of it where none can be told. */
    private static String errors(String complaints) {
        var errors = complaints
                .lines()
                .filter(line -> line.contains("error: "))
                .map(line -> line.substring(line.indexOf("error: ") + "error: ".length()))
                .collect(Collectors.joining("; "));
        return errors.isEmpty() ? complaints : errors;
    }
}
