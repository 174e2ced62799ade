package dev.perfbudget.runner.doctor.jvm;

import dev.perfbudget.protocol.ChildEnvironment;
import dev.perfbudget.runner.process.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The system properties of a JVM that was started as forks are, and as {@code gc} its collector.
 *
 * @param java its executable
 * @param values empty if it could not be started
 */
public record JvmProperties(Path java, Map<String, String> values) {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Pattern PROPERTY = Pattern.compile("    ([a-z][A-Za-z0-9_.-]*) = (.*)");
    private static final Pattern COLLECTOR =
            Pattern.compile(" *bool Use(G1|Serial|Parallel|Z|Shenandoah|Epsilon)GC += true .*");

    public JvmProperties {
        values = Map.copyOf(values);
    }

    /** Starts it, which takes a tenth of a second. */
    public static JvmProperties of(Path java) {
        var command = List.of(java.toString(), "-XshowSettings:properties", "-XX:+PrintFlagsFinal", "-version");
        var answer = new Tool(command, Path.of("").toAbsolutePath(), LONGEST)
                .ask(variables -> variables.keySet().removeAll(ChildEnvironment.JVM_OPTIONS))
                .filter(said -> said.exitStatus() == 0);
        return new JvmProperties(
                java,
                answer.map(said -> read(said.errors() + "\n" + said.output())).orElse(Map.of()));
    }

    static Map<String, String> read(String settings) {
        var values = new TreeMap<String, String>();
        settings.lines()
                .map(PROPERTY::matcher)
                .filter(line -> line.matches())
                .forEach(line -> values.put(line.group(1), line.group(2).strip()));
        settings.lines()
                .map(COLLECTOR::matcher)
                .filter(line -> line.matches())
                .forEach(line -> values.put("gc", line.group(1)));
        return values;
    }

    /** Whether it could be started. */
    boolean isKnown() {
        return !values.isEmpty();
    }

    /** One of them. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** One of them, or that it is not known. */
    String text(String name) {
        return values.getOrDefault(name, "unknown");
    }
}
