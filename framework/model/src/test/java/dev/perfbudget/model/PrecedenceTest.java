package dev.perfbudget.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perfbudget.model.Declarations.BudgetFile;
import dev.perfbudget.model.Declarations.DeclaredBenchmark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    private static final BenchmarkId PARSE =
            new BenchmarkId("com.acme.JsonBench.parse", BenchmarkMode.AVERAGE_TIME, Map.of());
    private static final BenchmarkId SAMPLED =
            new BenchmarkId("com.acme.JsonBench.parse", BenchmarkMode.SAMPLE_TIME, Map.of());

    private final List<DeclaredValues> overrides = new ArrayList<>();
    private final List<DeclaredValues> annotations = new ArrayList<>();
    private final List<DeclaredValues> defaults = new ArrayList<>();
    private final List<BenchmarkId> benchmarks = new ArrayList<>(List.of(PARSE));
    private String file = "";

    @Test
    void each_place_is_weaker_than_the_one_before_it() {
        overrides.add(values("-D", "mean", "1 us"));
        annotations.add(values("@PerfBudget on com.acme.JsonBench.parse", "mean", "2 us"));
        annotations.add(values("@PerfBudget on com.acme.JsonBench", "mean", "3 us"));
        file = "com.acme.JsonBench.parse.mean = 4 us\ncom.acme.*.mean = 5 us";
        defaults.add(values("JUnit configuration parameters", "mean", "6 us"));
        defaults.add(values("pom.xml", "mean", "7 us"));

        assertThat(limit()).isEqualTo("mean <= 1 us from -Dperfbudget.mean");
        overrides.clear();
        assertThat(limit()).isEqualTo("mean <= 2 us from @PerfBudget on com.acme.JsonBench.parse");
        annotations.remove(0);
        assertThat(limit()).isEqualTo("mean <= 3 us from @PerfBudget on com.acme.JsonBench");
        annotations.clear();
        assertThat(limit()).isEqualTo("mean <= 4 us from perfbudget/budgets.properties:1");
        file = file.substring(file.indexOf('\n') + 1);
        assertThat(limit()).isEqualTo("mean <= 5 us from perfbudget/budgets.properties:1");
        file = "";
        assertThat(limit()).isEqualTo("mean <= 6 us from JUnit configuration parameters (perfbudget.mean)");
        defaults.remove(0);
        assertThat(limit()).isEqualTo("mean <= 7 us from pom.xml (perfbudget.mean)");
    }

    @Test
    void places_are_compared_metric_by_metric() {
        annotations.add(values("@PerfBudget on method", "mean", "2 us"));
        annotations.add(values("@PerfBudget on class", "mean", "3 us", "allocation", "1 KB", "slowdown", "5%"));
        assertThat(limits()).containsExactly("mean <= 2 us", "allocation <= 1 KB");
        assertThat(resolve().budgetOf(PARSE).slowdown()).map(Slowdown::source).contains("@PerfBudget on class");
    }

    @Test
    void none_lifts_what_a_weaker_place_says() {
        annotations.add(values("@PerfBudget on method", "allocation", "none", "slowdown", "none"));
        annotations.add(values("@PerfBudget on class", "allocation", "1 KB", "slowdown", "5%"));
        assertThat(resolve().budgetOf(PARSE)).isEqualTo(Budget.NONE);
    }

    @Test
    void expressions_and_attributes_of_one_metric_are_one_thing() {
        annotations.add(new DeclaredValues("@PerfBudget on method", Map.of(), List.of("mean < 2 us", "mean > 1 us")));
        annotations.add(values("@PerfBudget on class", "mean", "3 us"));
        assertThat(limits()).containsExactly("mean < 2 us", "mean > 1 us");
    }

    @Test
    void an_expression_that_contradicts_an_attribute_is_refused() {
        annotations.add(new DeclaredValues("@PerfBudget on method", Map.of("mean", "3 us"), List.of("mean < 2 us")));
        assertThat(problems())
                .containsExactly("@PerfBudget on method: mean has contradictory limits: [3 us] and [mean < 2 us]."
                        + " Keep one of them.");
    }

    @Test
    void limits_of_two_places_that_no_measurement_keeps_are_refused_naming_both() {
        annotations.add(values("@PerfBudget on method", "median", ">= 5 ms"));
        annotations.add(values("@PerfBudget on class", "p99", "3 ms"));
        benchmarks.set(0, SAMPLED);
        assertThat(problems())
                .containsExactly("@PerfBudget on method: [median >= 5 ms] contradicts [p99 <= 3 ms]"
                        + " (@PerfBudget on class): no measurement keeps both.");
    }

    @Test
    void a_limit_that_the_mode_cannot_give_is_refused_with_the_cure() {
        annotations.add(values("@PerfBudget on method", "p99", "3 ms"));
        assertThat(problems())
                .containsExactly("@PerfBudget on method: [p99 <= 3 ms] limits [p99], which is not given by"
                        + " [com.acme.JsonBench.parse [avgt]]. Single operations are timed in the modes sample and ss"
                        + " only: use one of them, or limit [mean].");
    }

    @Test
    void a_limit_is_passed_over_in_one_mode_if_another_mode_of_the_benchmark_gives_it() {
        annotations.add(values("@PerfBudget on method", "p99", "3 ms"));
        benchmarks.add(SAMPLED);
        assertThat(limits()).isEmpty();
        assertThat(resolve().budgetOf(SAMPLED).limits()).hasSize(1);
    }

    @Test
    void a_general_limit_is_passed_over_where_the_mode_does_not_give_it() {
        defaults.add(values("pom.xml", "p99", "3 ms"));
        benchmarks.add(new BenchmarkId("com.acme.Other.run", BenchmarkMode.SINGLE_SHOT, Map.of()));
        assertThat(limits()).isEmpty();
    }

    @Test
    void a_general_limit_that_no_benchmark_gives_is_refused() {
        defaults.add(values("pom.xml", "p99", "3 ms"));
        assertThat(problems())
                .containsExactly("pom.xml (perfbudget.p99): [p99 <= 3 ms] limits [p99], which is given by no benchmark"
                        + " of this run.");
    }

    @Test
    void equally_specific_patterns_that_limit_the_same_are_refused() {
        file = "com.acme.*.mean = 5 us\n*com.acme..mean = 6 us";
        assertThat(limits()).containsExactly("mean <= 5 us");
        file = "com.acme.*.mean = 5 us\n*com.acme.*.mean = 6 us";
        assertThat(problems())
                .containsExactly("perfbudget/budgets.properties:1 and perfbudget/budgets.properties:2:"
                        + " [com.acme.*] and [*com.acme.*] both limit [mean] of [com.acme.JsonBench.parse [avgt]], and"
                        + " neither pattern is more specific. Make one so.");
    }

    @Test
    void equally_specific_patterns_contradict_each_other_across_one_that_speaks_of_something_else() {
        file = "com.acme.*.mean = 5 us\n*JsonBench*.allocation = 1 KB\ncom.acme.*.slowdown = 5%\n"
                + "*com.acme.*.mean = 6 us\n*com.acme.*.slowdown = 6%";
        assertThat(problems())
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains(":1 and", ":4", "both limit [mean]"))
                .anySatisfy(problem -> assertThat(problem).contains(":3 and", ":5", "both limit [slowdown]"));
    }

    @Test
    void every_problem_of_every_place_is_told_at_once() {
        overrides.add(values("-D", "meen", "1 us", "effort", "full", "forks", "0"));
        annotations.add(values("@PerfBudget on method", "mean", "12 parsecs"));
        file = "# comment\nmean = 3 us\ncom.acme.*.speed = 4\ncom.acme.*.mean 4\n*.cpu = 1 s \\\n ; 2 s\n*.cpu = 3 s";
        defaults.add(values("pom.xml", "iterationTime", "fast", "failOn", "verdict", "mode", "slow"));
        assertThat(problems())
                .containsExactly(
                        "-Dperfbudget.effort: [full] is not one of [gate, jmh].",
                        "-Dperfbudget.forks: [0] is not a whole number from 1 such as [5].",
                        "-Dperfbudget.meen: [perfbudget.meen] is not a setting. Did you mean [mean]?",
                        "pom.xml (perfbudget.iterationTime): [fast] is not a time such as [100 ms].",
                        "pom.xml (perfbudget.mode): [slow] is not one of [measure, smoke, off].",
                        "perfbudget/budgets.properties:2: [mean] names no benchmark. For all of them write [*.mean].",
                        "perfbudget/budgets.properties:3: [com.acme.*.speed] does not end with an attribute of a"
                                + " budget.",
                        "perfbudget/budgets.properties:4: [com.acme.*.mean 4] is not a line such as"
                                + " [com.acme.JsonBench.parse.mean = 120 us].",
                        "perfbudget/budgets.properties:7: [*.cpu] is set in line 5 already. Keep one of them.",
                        "perfbudget/budgets.properties:5: cpu has contradictory limits: [1 s] and [2 s]. Keep one of"
                                + " them.",
                        "@PerfBudget on method, mean: [12 parsecs] is not a time such as [120 us].");
    }

    @Test
    void a_setting_is_taken_from_the_strongest_place_and_keeps_its_source() {
        overrides.add(values("-D", "forks", "7"));
        defaults.add(values("pom.xml", "forks", "3", "iterationTime", "50 ms"));
        var settings = resolve().settings();
        assertThat(settings.value(SettingName.FORKS)).isEqualTo(7);
        assertThat(settings.value(SettingName.ITERATION_TIME)).isEqualTo(Duration.ofMillis(50));
        assertThat(settings.value(SettingName.POLICY)).isEqualTo(Policy.WARN);
        assertThat(settings.ifDeclared(SettingName.ITERATIONS)).isEmpty();
        assertThat(settings.inForce())
                .containsEntry("forks", new Run.Setting("7", "-Dperfbudget.forks"))
                .containsEntry("iterationTime", new Run.Setting("50 ms", "pom.xml (perfbudget.iterationTime)"))
                .containsEntry("cap", new Run.Setting("10 min", "default"));
    }

    @Test
    void patterns_without_a_benchmark_are_noted() {
        file = "com.acme.Renamed.*.mean = 5 us";
        assertThat(resolve().notes())
                .containsExactly("perfbudget/budgets.properties: no benchmark of this run matches com.acme.Renamed.*");
    }

    private String limit() {
        var limits = resolve().budgetOf(PARSE).limits();
        assertThat(limits).hasSize(1);
        return limits.get(0) + " from " + limits.get(0).source();
    }

    private List<String> limits() {
        return resolve().budgetOf(PARSE).limits().stream().map(Limit::toString).toList();
    }

    private List<String> problems() {
        return catchThrowableOfType(WrongDeclarationsException.class, this::resolve).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private Configuration resolve() {
        var declared = benchmarks.stream()
                .map(benchmark -> new DeclaredBenchmark(benchmark, annotations))
                .toList();
        return new Declarations(
                        overrides,
                        declared,
                        file.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new BudgetFile("perfbudget/budgets.properties", file)),
                        defaults)
                .resolve();
    }

    private static DeclaredValues values(String origin, String... namesAndTexts) {
        var values = new HashMap<String, String>();
        for (var i = 0; i < namesAndTexts.length; i += 2) {
            values.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return new DeclaredValues(origin, values, List.of());
    }
}
