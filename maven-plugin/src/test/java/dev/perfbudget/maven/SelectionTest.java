package dev.perfbudget.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SelectionTest {

    private static final FoundClass JSON = new FoundClass("com.acme.JsonBench", List.of("parse", "print"));
    private static final FoundClass NESTED = new FoundClass("com.acme.Outer$Inner", List.of("run"));
    private static final FoundClass BUDGET_ONLY = new FoundClass("com.acme.OrderTest", List.of());
    private static final List<FoundClass> ALL = List.of(JSON, NESTED, BUDGET_ONLY);

    @Test
    void without_patterns_everything_is_wanted() {
        assertThat(select(List.of(), List.of()))
                .containsExactly("com.acme.JsonBench", "com.acme.Outer$Inner", "com.acme.OrderTest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JsonBench", "com.acme.JsonBench", "Json*", "*JsonBench", " com.acme.J???Bench ", "*.p*"})
    void a_class_is_wanted_whole_if_all_its_benchmarks_are(String include) {
        assertThat(select(List.of(include), List.of())).containsExactly("com.acme.JsonBench");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JsonBench#parse", "JsonBench.parse", "com.acme.JsonBench.parse", "*arse"})
    void one_benchmark_can_be_wanted_alone(String include) {
        assertThat(select(List.of(include), List.of())).containsExactly("com.acme.JsonBench#parse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Outer$Inner", "Outer.Inner", "com.acme.Outer.Inner", "com.acme.Outer$Inner#run"})
    void nested_classes_go_by_both_of_their_names(String include) {
        assertThat(select(List.of(include), List.of())).containsExactly("com.acme.Outer$Inner");
    }

    @Test
    void excludes_are_stronger_than_includes() {
        assertThat(select(List.of("JsonBench"), List.of("*.print"))).containsExactly("com.acme.JsonBench#parse");
        assertThat(select(List.of(), List.of("*Bench", "Order*"))).containsExactly("com.acme.Outer$Inner");
    }

    @Test
    void dots_mean_dots() {
        assertThat(select(List.of("com?acme.JsonBench"), List.of())).containsExactly("com.acme.JsonBench");
        assertThat(select(List.of("JsonBenchXparse"), List.of())).isEmpty();
        assertThat(select(List.of("Json"), List.of())).isEmpty();
    }

    private static List<String> select(List<String> includes, List<String> excludes) {
        return new Selection(includes, excludes).of(ALL);
    }
}
