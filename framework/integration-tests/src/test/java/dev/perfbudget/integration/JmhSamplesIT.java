package dev.perfbudget.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.integration.ForkWatch.ForkCommand;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.samples.JMHSample_01_HelloWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JMH's own samples, once through the engine and once with plain JMH.
 *
 * <p>Short iterations by default, and without three samples that are many benchmarks of a kind that others show as well; the
 * profile {@code samples-full} takes all, with JMH's own lengths and forks for both, which lasts hours.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JmhSamplesIT {

    private static final boolean FULL = Boolean.getBoolean("samples.full");
    private static final List<String> SHORT_PLAIN = List.of(
            "-f", "1", "-wf", "0", "-wi", "1", "-i", "1", "-w", "20ms", "-r", "20ms", "-to", "60s", "-foe", "false");
    private static final Map<String, String> SHORT_OURS = Map.of(
            "forks", "1", "warmupIterations", "1", "iterations", "1", "iterationTime", "20 ms", "timeout", "60 s");
    private static final Pattern SAMPLES = Pattern.compile(FULL ? "JMHSample_" : "JMHSample_(?!21|27|34)");
    private static final List<String> HINTS = List.of(
            "-XX:CompileCommandFile=",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:+UnlockExperimentalVMOptions",
            "-DcompilerBlackholesEnabled=");
    private static final Map<String, String> FULL_OURS = Map.of("effort", "jmh", "cap", "1000 min");

    private Path folder = Path.of("");
    private Map<String, String> unitsOfPlainJmh = Map.of();
    private Map<String, List<String>> argumentsOfPlainJmh = Map.of();
    private Map<String, BenchmarkRun> ours = Map.of();
    private Set<ForkCommand> plainCommands = Set.of();
    private Set<ForkCommand> ourCommands = Set.of();
    private List<EngineRun.Leaf> leaves = List.of();

    @BeforeAll
    void run_every_sample_both_ways(@TempDir Path temporary) throws Exception {
        folder = temporary;
        try (var watch = new ForkWatch()) {
            var results = runPlainJmh();
            unitsOfPlainJmh = byId(
                    results, it -> it.path("primaryMetric").path("scoreUnit").asString());
            argumentsOfPlainJmh = byId(results, it -> it.path("jvmArgs")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList());
            plainCommands = watch.commands();
        }
        try (var watch = new ForkWatch()) {
            var run = EngineRun.of(folder.resolve("ours"), FULL ? FULL_OURS : SHORT_OURS, samples());
            leaves = run.leaves();
            ours = run.run().benchmarks().stream()
                    .collect(Collectors.toMap(it -> it.id().toString(), Function.identity()));
            ourCommands = watch.commands();
        }
    }

    @Test
    void the_engine_finds_exactly_what_jmh_lists() throws Exception {
        var listed = PlainJmh.here()
                .run(folder.resolve("list.log"), List.of("-l", SAMPLES.pattern()))
                .lines()
                .filter(line -> line.startsWith("org.openjdk.jmh.samples."))
                .toList();

        var found = ours.values().stream().map(it -> it.id().name()).toList();
        assertThat(Set.copyOf(found)).isEqualTo(Set.copyOf(listed));
        assertThat(leaves).hasSameSizeAs(ours.keySet());
    }

    @Test
    void each_sample_that_jmh_has_a_result_for_has_one_of_the_same_mode_unit_and_parameters() {
        var results = new TreeMap<String, String>();
        ours.forEach((id, benchmark) ->
                benchmark.forks().stream().findFirst().ifPresent(fork -> results.put(id, fork.unit())));

        assertThat(results).isEqualTo(unitsOfPlainJmh);
    }

    /** With JMH 1.37 on JDK 17 all have one; a sample that only one of both fails shows here. */
    @Test
    void samples_that_jmh_has_no_result_for_are_failures_by_name() {
        var withoutResult = new TreeSet<>(ours.keySet());
        withoutResult.removeAll(unitsOfPlainJmh.keySet());

        var failed = leaves.stream()
                .filter(leaf -> !leaf.passed())
                .map(leaf -> leaf.message().substring(0, leaf.message().indexOf(": ")))
                .toList();

        assertThat(failed).containsExactlyInAnyOrderElementsOf(withoutResult);
    }

    @Test
    void each_sample_has_the_jvm_arguments_that_plain_jmh_gives_it() {
        var arguments = new TreeMap<String, List<String>>();
        ours.forEach((id, benchmark) -> benchmark.forks().stream()
                .findFirst()
                .ifPresent(fork -> arguments.put(id, withoutHints(fork.jvm().getOrDefault("jvm.arguments", "")))));

        assertThat(arguments).isEqualTo(argumentsOfPlainJmh);
    }

    /** The benchmark's own; what JMH adds to all of them is compared with the command lines as a whole. */
    private static List<String> withoutHints(String arguments) {
        return arguments
                .lines()
                .filter(line -> HINTS.stream().noneMatch(line::startsWith))
                .toList();
    }

    @Test
    void forks_are_started_with_exactly_plain_jmhs_command_lines() {
        assertThat(ourCommands).isEqualTo(plainCommands).isNotEmpty();
    }

    /** Of all that plain JMH has a result for. */
    private JsonNode runPlainJmh() throws IOException, InterruptedException {
        var results = folder.resolve("plain.json");
        var arguments = new ArrayList<>(List.of(SAMPLES.pattern(), "-rf", "json", "-rff", results.toString()));
        arguments.addAll(FULL ? List.of() : SHORT_PLAIN);
        PlainJmh.here().run(folder.resolve("plain.log"), arguments);
        return JsonMapper.shared().readTree(results.toFile());
    }

    private static <T> Map<String, T> byId(JsonNode results, Function<JsonNode, T> value) {
        var values = new TreeMap<String, T>();
        results.forEach(result -> values.put(idOf(result), value.apply(result)));
        return values;
    }

    private static String idOf(JsonNode result) {
        var params = new LinkedHashMap<String, String>();
        result.path("params")
                .propertyStream()
                .forEach(param -> params.put(param.getKey(), param.getValue().asString()));
        return new BenchmarkId(
                        result.path("benchmark").asString(),
                        BenchmarkMode.ofLabel(result.path("mode").asString()),
                        params)
                .toString();
    }

    /** Every class of the samples' jar but generated ones; the engine knows by itself which have benchmarks. */
    private static List<Class<?>> samples() throws IOException, ReflectiveOperationException {
        var jar = Path.of(JMHSample_01_HelloWorld.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        var classes = new ArrayList<Class<?>>();
        try (var entries = new JarFile(jar.toFile())) {
            for (var name : entries.stream().map(Object::toString).sorted().toList()) {
                if (SAMPLES.matcher(name).find() && name.endsWith(".class") && !name.contains("jmh_generated")) {
                    classes.add(Class.forName(name.replace(".class", "").replace('/', '.')));
                }
            }
        }
        return classes;
    }
}
