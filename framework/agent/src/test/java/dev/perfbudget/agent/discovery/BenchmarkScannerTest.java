package dev.perfbudget.agent.discovery;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.agent.fixtures.Inherited;
import dev.perfbudget.agent.fixtures.Misbehaving;
import dev.perfbudget.agent.fixtures.Shapes;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.Declaration;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.samples.JMHSample_01_HelloWorld;

class BenchmarkScannerTest {

    private static final String SAMPLES = "org.openjdk.jmh.samples";
    private static final String FIXTURES = "dev.perfbudget.agent.fixtures";

    private final BenchmarkScanner scanner = new BenchmarkScanner();

    @Test
    void finds_in_jmhs_samples_exactly_what_jmh_lists() throws Exception {
        var discoveries =
                classesBeside(JMHSample_01_HelloWorld.class).map(scanner::scan).toList();

        assertThat(keys(discoveries)).hasSizeGreaterThan(100).isEqualTo(ListedByJmh.in(SAMPLES));
        assertThat(discoveries).allSatisfy(BenchmarkScannerTest::is_listed_without_problems);
    }

    @Test
    void finds_in_fixtures_exactly_what_the_annotation_processor_lists() throws Exception {
        var discoveries = classesBeside(Shapes.class).map(scanner::scan).toList();

        assertThat(keys(discoveries)).hasSizeGreaterThan(50).isEqualTo(ListedByJmh.in(FIXTURES));
        assertThat(discoveries).allSatisfy(BenchmarkScannerTest::is_listed_without_problems);
    }

    @Test
    void orders_combinations_as_jmh_runs_them() {
        var labels = scanner.scan(Shapes.class).benchmarks().stream()
                .filter(benchmark -> benchmark.key().name().endsWith(".everyMode"))
                .map(benchmark -> benchmark.key().mode() + benchmark.key().params())
                .limit(9);

        assertThat(labels)
                .containsExactly(
                        "thrpt{kind=SMALL, letter=b, size=10}",
                        "thrpt{kind=SMALL, letter=b, size=20}",
                        "thrpt{kind=SMALL, letter=a, size=10}",
                        "thrpt{kind=SMALL, letter=a, size=20}",
                        "thrpt{kind=LARGE, letter=b, size=10}",
                        "thrpt{kind=LARGE, letter=b, size=20}",
                        "thrpt{kind=LARGE, letter=a, size=10}",
                        "thrpt{kind=LARGE, letter=a, size=20}",
                        "avgt{kind=SMALL, letter=b, size=10}");
    }

    @Test
    void carries_what_annotations_say_of_forks_operations_and_threads() {
        var twoModes = one(Shapes.class, "twoModes");

        assertThat(twoModes.annotatedForks()).isEqualTo(3);
        assertThat(twoModes.annotatedWarmupForks()).isEqualTo(1);
        assertThat(twoModes.threads()).isEqualTo(1);
        assertThat(one(Shapes.class, "twoThreads").threads()).isEqualTo(2);
        assertThat(one(Inherited.Numbers.class, "own").threads()).isEqualTo(Threads.MAX);
    }

    @Test
    void fills_jmhs_defaults_where_nothing_is_annotated() {
        var plain = one(Shapes.class, "average");

        assertThat(plain.annotatedForks()).isEqualTo(5);
        assertThat(plain.annotatedWarmupForks()).isZero();
        assertThat(plain.threads()).isEqualTo(1);
    }

    @Test
    void sums_the_threads_of_a_group_and_rounds_up_to_whole_groups() {
        assertThat(one(Shapes.class, "pair").threads()).isEqualTo(3);
        assertThat(one(Inherited.Uneven.class, "g").threads()).isEqualTo(6);
    }

    @Test
    void gives_a_group_all_its_methods() {
        var pair = one(Shapes.class, "pair");

        assertThat(pair.group()).isTrue();
        assertThat(pair.methods()).extracting(Method::getName).containsExactly("reader", "writer");
        assertThat(one(Shapes.class, "average").group()).isFalse();
    }

    @Test
    void gives_inherited_methods_with_the_class_that_inherits() {
        var inherited = one(Inherited.Numbers.Deeper.class, "own");

        assertThat(inherited.type()).isEqualTo(Inherited.Numbers.Deeper.class);
        assertThat(inherited.methods())
                .extracting(Method::getDeclaringClass)
                .isEqualTo(List.of(Inherited.Numbers.class));
    }

    @Test
    void becomes_a_planned_benchmark_with_binary_class_name_and_budgets() {
        var budget = new Declaration("here", Map.of("mean", "1 ms"), List.of());

        var planned = one(Inherited.Numbers.Deeper.class, "deepest").planned(List.of(budget));

        assertThat(planned.className()).isEqualTo("dev.perfbudget.agent.fixtures.Inherited$Numbers$Deeper");
        assertThat(planned.key().name()).isEqualTo("dev.perfbudget.agent.fixtures.Inherited.Numbers.Deeper.deepest");
        assertThat(planned.methods()).containsExactly("deepest");
        assertThat(planned.budgets()).containsExactly(budget);
    }

    @Test
    void knows_the_classes_whose_bytecode_is_the_workload() {
        assertThat(one(Shapes.class, "average").workloadClasses())
                .contains(
                        Shapes.class.getName(),
                        Shapes.Input.class.getName(),
                        Shapes.Base.class.getName(),
                        Shapes.Deep.class.getName())
                .noneMatch(name -> name.startsWith("org.openjdk.jmh") || name.startsWith("java."));
    }

    @Test
    void finds_nothing_in_classes_without_benchmarks_and_in_abstract_ones() {
        assertThat(List.of(String.class, Inherited.Base.class, Runnable.class, int[].class))
                .allSatisfy(type -> assertThat(scanner.scan(type)).isEqualTo(Discovery.nothing(type)));
    }

    @Test
    void ignores_what_jmh_generated() throws Exception {
        var generated = Class.forName(FIXTURES + ".jmh_generated.Shapes_jmhType");

        assertThat(scanner.scan(generated)).isEqualTo(Discovery.nothing(generated));
    }

    private DiscoveredBenchmark one(Class<?> type, String method) {
        return scanner.scan(type).benchmarks().stream()
                .filter(benchmark -> benchmark.key().name().endsWith("." + method))
                .findFirst()
                .orElseThrow();
    }

    private static void is_listed_without_problems(Discovery discovery) {
        assertThat(discovery.problems()).isEmpty();
        assertThat(discovery.benchmarks()).allMatch(DiscoveredBenchmark::listed);
    }

    private static Set<BenchmarkKey> keys(List<Discovery> discoveries) {
        return discoveries.stream()
                .flatMap(discovery -> discovery.benchmarks().stream())
                .map(DiscoveredBenchmark::key)
                .collect(toSet());
    }

    /** All classes of the package of one, from its directory or jar. */
    private static Stream<Class<?>> classesBeside(Class<?> type) throws Exception {
        var folder = type.getPackageName().replace('.', '/');
        var location = type.getProtectionDomain().getCodeSource().getLocation().toURI();
        if (!location.getPath().endsWith(".jar")) {
            return load(Path.of(location).resolve(folder), type.getPackageName());
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + location), Map.of())) {
            return load(jar.getPath(folder), type.getPackageName());
        }
    }

    private static Stream<Class<?>> load(Path folder, String packageName) throws IOException {
        try (var files = Files.list(folder)) {
            var names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .map(name -> packageName + "." + name.substring(0, name.length() - ".class".length()))
                    .toList();
            return names.stream().map(BenchmarkScannerTest::loaded);
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, Misbehaving.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
