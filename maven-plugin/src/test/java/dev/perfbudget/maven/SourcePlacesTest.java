package dev.perfbudget.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.maven.fixtures.InheritingBench;
import dev.perfbudget.maven.fixtures.PlainBench;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Places of this module's own fixtures. */
class SourcePlacesTest {

    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path SOURCES = MODULE.resolve("src/test/java");
    private static final String FIXTURES = "src/test/java/dev/perfbudget/maven/fixtures/";

    private final SourcePlaces places = places(MODULE.resolve(".."));

    @Test
    void a_benchmark_is_where_its_method_begins() throws IOException {
        var benchmark = benchmark(PlainBench.class, "one");

        var lines = Files.readAllLines(MODULE.resolve(FIXTURES + "PlainBench.java"));
        assertThat(places.of(List.of(benchmark))).hasEntrySatisfying(benchmark.id(), place -> {
            assertThat(place.file()).isEqualTo(MODULE.getFileName() + "/" + FIXTURES + "PlainBench.java");
            assertThat(lines.get(place.line() - 1)).contains("void one()");
        });
    }

    @Test
    void an_inherited_benchmark_is_where_its_superclass_is() {
        var benchmark = benchmark(InheritingBench.class, "inherited");

        assertThat(places.of(List.of(benchmark))).hasEntrySatisfying(benchmark.id(), place -> assertThat(place.file())
                .endsWith("AbstractBench.java"));
    }

    @Test
    void what_is_not_there_and_what_is_outside_the_workspace_has_no_place() {
        var known = benchmark(PlainBench.class, "one");

        assertThat(places.of(List.of(benchmark(PlainBench.class, "nothing")))).isEmpty();
        assertThat(places(MODULE.resolve("target")).of(List.of(known))).isEmpty();
        assertThat(places.of(List.of())).isEmpty();
    }

    private static SourcePlaces places(Path workspace) {
        return new SourcePlaces(
                List.of(MODULE.resolve("target/test-classes")), List.of(MODULE.resolve("none"), SOURCES), workspace);
    }

    private static BenchmarkRun benchmark(Class<?> type, String method) {
        return new BenchmarkRun(
                new BenchmarkId(type.getName() + "." + method, BenchmarkMode.AVERAGE_TIME, Map.of()),
                type.getName(),
                List.of(method),
                1,
                "",
                Budget.NONE,
                1,
                0,
                List.of(),
                List.of());
    }
}
