package dev.perfbudget.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.maven.paired.KnownBenchmark;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchmarkScanTest {

    private static final String FIXTURES = "dev.perfbudget.maven.fixtures.";

    @Test
    void benchmarks_groups_inherited_benchmarks_and_budgets_are_found_and_generated_code_is_not() throws Exception {
        var found = new BenchmarkScan(List.of(testClasses()), classPath()).find();

        assertThat(found)
                .containsExactlyInAnyOrder(
                        new FoundClass(FIXTURES + "PlainBench", List.of("both", "one")),
                        new FoundClass(FIXTURES + "InheritingBench", List.of("inherited")),
                        new FoundClass(FIXTURES + "InheritingBench$Nested", List.of("inherited")),
                        new FoundClass(FIXTURES + "BudgetWithoutBenchmark", List.of()));
    }

    @Test
    void each_benchmark_of_jmh_is_known_in_each_of_its_modes() throws Exception {
        var found = new BenchmarkScan(List.of(testClasses()), classPath()).findModes();

        assertThat(found)
                .containsExactlyInAnyOrder(
                        new KnownBenchmark(FIXTURES + "PlainBench", "one", "thrpt"),
                        new KnownBenchmark(FIXTURES + "PlainBench", "both", "avgt"),
                        new KnownBenchmark(FIXTURES + "PlainBench", "both", "ss"),
                        new KnownBenchmark(FIXTURES + "InheritingBench", "inherited", "sample"),
                        new KnownBenchmark(FIXTURES + "InheritingBench$Nested", "inherited", "sample"));
    }

    @Test
    void a_superclass_may_be_in_a_dependency(@TempDir Path module) throws Exception {
        var file = (FIXTURES + "InheritingBench").replace('.', '/') + ".class";
        Files.createDirectories(module.resolve(file).getParent());
        Files.copy(testClasses().resolve(file), module.resolve(file));
        var classPath = Stream.concat(Stream.of(module), classPath().stream()).toList();

        var found = new BenchmarkScan(List.of(module), classPath).find();

        assertThat(found).containsExactly(new FoundClass(FIXTURES + "InheritingBench", List.of("inherited")));
    }

    @Test
    void classes_behind_a_symbolic_link_are_the_modules_own(@TempDir Path elsewhere) throws Exception {
        var link = Files.createSymbolicLink(elsewhere.resolve("classes"), testClasses());
        var classPath = Stream.concat(Stream.of(link), classPath().stream()).toList();

        assertThat(new BenchmarkScan(List.of(link), classPath).find())
                .extracting(FoundClass::name)
                .contains(FIXTURES + "PlainBench");
    }

    @Test
    void a_module_without_classes_has_nothing(@TempDir Path empty) throws IOException {
        var absent = empty.resolve("classes");

        assertThat(new BenchmarkScan(List.of(absent, empty), List.of()).find()).isEmpty();
    }

    private static Path testClasses() throws URISyntaxException {
        return Path.of(BenchmarkScanTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }
}
