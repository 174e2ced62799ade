package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BenchmarkNamesTest {

    @Test
    void a_class_and_a_method_are_enough_to_tell_most_apart() {
        assertThat(names(in("shop", "com.acme.JsonBench.parse"), in("shop", "com.acme.JsonBench.write")))
                .containsExactly("JsonBench.parse", "JsonBench.write");
    }

    @Test
    void only_names_that_clash_become_longer_and_no_longer_than_need_be() {
        assertThat(names(
                        in("shop", "com.acme.cart.Bench.run"),
                        in("shop", "com.acme.json.Bench.run"),
                        in("shop", "com.acme.SortBench.sort")))
                .containsExactly("cart.Bench.run", "json.Bench.run", "SortBench.sort");
    }

    @Test
    void one_that_stands_in_two_modules_has_the_module_in_front() {
        assertThat(names(
                        in("/projects/shop-web", "com.acme.Bench.run"),
                        in("/projects/shop-core", "com.acme.Bench.run"),
                        in("/projects/shop-core", "com.acme.SortBench.sort")))
                .containsExactly("shop-web: Bench.run", "shop-core: Bench.run", "SortBench.sort");
    }

    @Test
    void one_without_a_package_keeps_its_name_beside_one_with() {
        assertThat(names(in("shop", "Bench.run"), in("shop", "com.acme.Bench.run")))
                .containsExactly("Bench.run", "acme.Bench.run");
    }

    private static Stream<String> names(BenchmarkVerdict... benchmarks) {
        var suite = new SuiteVerdict(Outcome.PASSED, Policy.WARN, List.of(benchmarks), List.of());
        var names = new BenchmarkNames(suite);
        return suite.benchmarks().stream().map(benchmark -> names.of(benchmark).name());
    }

    private static BenchmarkVerdict in(String module, String name) {
        return new BenchmarkVerdict(
                Suites.id(name, Map.of()),
                module,
                Outcome.PASSED,
                new Verdict.NoBaseline(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                5,
                List.of());
    }
}
