package dev.perfbudget.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.perfbudget.junit.client.CannotMeasureException;
import dev.perfbudget.junit.fixtures.Misplaced;
import dev.perfbudget.junit.fixtures.ModesBench;
import dev.perfbudget.junit.fixtures.SortBench;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.FromRunner.Decision;
import dev.perfbudget.protocol.Plan.Purpose;
import dev.perfbudget.protocol.PlannedBenchmark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;
import org.opentest4j.AssertionFailedError;

class ExecutionTest {

    private static final DiscoverySelector SORTING = selectClass(SortBench.class);

    private final ScriptedRunner runner = new ScriptedRunner();
    private final Properties system = ofAnIde();

    @Test
    void every_test_ends_as_the_runner_has_decided() {
        runner.decide("hash", Decision.FAILED);

        var tests = execute(runner, Map.of(), SORTING).testEvents();

        tests.assertStatistics(count -> count.started(5).succeeded(4).failed(1));
        tests.assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("hash"),
                                finishedWithFailure(instanceOf(AssertionFailedError.class), message("hash FAILED"))));
    }

    @Test
    void tests_end_only_after_all_of_them_have_begun_to_be_measured() {
        var types = execute(runner, Map.of(), SORTING).testEvents().stream()
                .map(Event::getType)
                .filter(type -> type != EventType.REPORTING_ENTRY_PUBLISHED)
                .map(EventType::toString)
                .collect(Collectors.joining(" "));

        assertThat(types).matches("(STARTED ){5}(FINISHED ?){5}");
    }

    @Test
    void progress_and_facts_are_published_as_report_entries() {
        execute(runner, Map.of(), selectMethod(SortBench.class, "hash"))
                .testEvents()
                .reportingEntryPublished()
                .assertThatEvents()
                .extracting(entry -> entry.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .containsExactly(Map.of("fork", "1"), Map.of("limit", "mean <= 1 ms", "measured", "2 ms"));
    }

    @Test
    void where_a_finished_run_is_is_published_for_the_engine_as_a_whole() {
        var entries = execute(runner, Map.of("perfbudget.runId", "mine"), SORTING)
                .containerEvents()
                .reportingEntryPublished();

        assertThat(entries.stream().map(entry -> entry.getRequiredPayload(ReportEntry.class)
                        .getKeyValuePairs()))
                .containsExactly(Map.of("perfbudget.run", "/runs/mine"));
    }

    @Test
    void a_failure_points_at_the_benchmark_and_shows_nothing_of_our_own() {
        runner.decide("hash", Decision.FAILED);

        var failure = failures(execute(runner, Map.of(), SORTING)).get(0);

        assertThat(failure.getStackTrace())
                .singleElement()
                .hasToString(SortBench.class.getName() + ".hash(SortBench.java)");
    }

    @Test
    void under_surefire_each_class_ends_before_the_next_begins() {
        system.setProperty("surefire.test.class.path", System.getProperty("java.class.path"));

        var events = execute(runner, Map.of(), SORTING, selectClass(ModesBench.class)).allEvents().stream()
                .filter(event -> event.getType() != EventType.REPORTING_ENTRY_PUBLISHED)
                .map(event -> event.getType() + " " + event.getTestDescriptor().getDisplayName())
                .toList();

        assertThat(events)
                .containsSubsequence(
                        "STARTED SortBench",
                        "STARTED hash",
                        "FINISHED hash",
                        "FINISHED SortBench",
                        "STARTED ModesBench",
                        "FINISHED ModesBench");
    }

    @Test
    void a_build_that_runs_all_its_tests_calls_benchmarks_once() {
        system.setProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        assertThat(purpose(Map.of())).isEqualTo(Purpose.SMOKE);
        assertThat(purpose(Map.of("perfbudget.mode", "measure"))).isEqualTo(Purpose.MEASURE);

        system.setProperty("test", "SortBench#hash");
        assertThat(purpose(Map.of())).isEqualTo(Purpose.MEASURE);
        assertThat(purpose(Map.of("perfbudget.mode", "smoke"))).isEqualTo(Purpose.SMOKE);
    }

    @Test
    void an_ide_measures() {
        assertThat(purpose(Map.of())).isEqualTo(Purpose.MEASURE);
    }

    @Test
    void off_skips_visibly_and_starts_nothing() {
        system.setProperty("perfbudget.mode", "off");

        var tests =
                execute(runner, Map.of("perfbudget.mode", "measure"), SORTING).testEvents();

        tests.assertStatistics(count -> count.skipped(5).started(0));
        tests.assertThatEvents().haveExactly(1, event(test("hash"), skippedWithReason("perfbudget.mode is off (-D)")));
        assertThat(runner.plans).isEmpty();
    }

    @Test
    void a_wrong_mode_fails_every_test_and_says_where_it_was_set() {
        assertThat(failures(
                        execute(runner, Map.of("perfbudget.mode", "fast", "perfbudget.origin", "pom.xml"), SORTING)))
                .hasSize(5)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(CannotMeasureException.class)
                        .hasMessage(
                                "The setting perfbudget.mode (pom.xml) is [fast]; it must be measure, smoke or off."));
    }

    @Test
    void the_plan_says_everything_that_the_runner_needs_to_know() {
        system.setProperty("perfbudget.forks", "3");
        execute(
                runner,
                Map.of("perfbudget.forks", "2", "perfbudget.runId", "build-7", "perfbudget.origin", "pom.xml"),
                SORTING);

        var plan = runner.plans.get(0);
        var module = Path.of("").toAbsolutePath();
        assertThat(plan.runId()).isEqualTo("build-7");
        assertThat(plan.moduleDirectory()).isEqualTo(module.toString());
        assertThat(plan.outputDirectory())
                .isEqualTo(module.resolve("target/perfbudget").toString());
        assertThat(plan.settings())
                .extracting(declaration -> declaration.origin())
                .containsExactly("-D", "pom.xml");
        assertThat(plan.settings().get(0).values()).isEqualTo(Map.of("forks", "3"));
        assertThat(plan.settings().get(1).values()).isEqualTo(Map.of("forks", "2", "runId", "build-7"));
        assertThat(plan.candidate().javaHome()).isEqualTo(System.getProperty("java.home"));
        assertThat(plan.candidate().classPath()).anyMatch(entry -> entry.endsWith("test-classes"));
        assertThat(plan.benchmarks()).extracting(PlannedBenchmark::className).containsOnly(SortBench.class.getName());
    }

    @Test
    void the_output_directory_can_be_chosen_relative_to_the_module() {
        execute(runner, Map.of("perfbudget.output", "target/elsewhere"), SORTING);

        assertThat(runner.plans.get(0).outputDirectory())
                .isEqualTo(Path.of("target/elsewhere").toAbsolutePath().toString());
    }

    @Test
    void a_refusal_fails_every_test_with_all_that_is_wrong() {
        RunnerLauncher refusing =
                (plan, cancelled, listener) -> listener.accept(new FromRunner.Refused("two settings are wrong"));

        assertThat(failures(execute(refusing, Map.of(), SORTING))).hasSize(5).allSatisfy(failure -> assertThat(failure)
                .hasMessage("two settings are wrong"));
    }

    @Test
    void a_runner_that_dies_or_forgets_a_benchmark_leaves_no_test_green() {
        RunnerLauncher dying = (plan, cancelled, listener) -> {
            listener.accept(new FromRunner.Started(plan.benchmarks().get(0).key()));
            throw new CannotMeasureException("The runner process (pid 1) ended");
        };
        RunnerLauncher forgetful =
                (plan, cancelled, listener) -> listener.accept(new FromRunner.Finished("nothing to do", ""));

        assertThat(failures(execute(dying, Map.of(), SORTING))).hasSize(5);
        assertThat(failures(execute(forgetful, Map.of(), SORTING))).hasSize(5).allSatisfy(failure -> assertThat(failure)
                .hasMessage("Nothing was decided about this benchmark."));
    }

    @Test
    void an_interrupted_run_fails_what_was_not_decided_and_stays_interrupted() {
        RunnerLauncher interrupted = (plan, cancelled, listener) -> {
            throw new InterruptedException();
        };

        assertThat(failures(execute(interrupted, Map.of(), SORTING)))
                .hasSize(5)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("cancelled"));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void what_was_not_run_on_purpose_is_skipped() {
        runner.decide("hash", Decision.SKIPPED);

        execute(runner, Map.of(), SORTING).testEvents().assertStatistics(count -> count.aborted(1)
                .succeeded(4));
    }

    @Test
    void a_misplaced_budget_fails_and_the_benchmarks_beside_it_are_run() {
        var tests = execute(runner, Map.of(), selectClass(Misplaced.class)).testEvents();

        tests.assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("notMeasured"),
                                finishedWithFailure(message("@PerfBudget on [" + Misplaced.class.getName()
                                        + ".notMeasured] has nothing to measure: the method is neither a JMH benchmark nor a Jupiter"
                                        + " test. Add @Benchmark or @Test to it, or take the budget away."))));
        tests.succeeded().assertThatEvents().haveExactly(1, event(displayName("measured")));
    }

    @Test
    void a_class_without_any_benchmark_fails_for_its_budget_and_starts_nothing() {
        assertThat(failures(execute(runner, Map.of(), selectClass(Misplaced.OnClass.class))))
                .singleElement()
                .satisfies(
                        failure -> assertThat(failure)
                                .hasMessage(
                                        "@PerfBudget on " + Misplaced.OnClass.class.getCanonicalName()
                                                + " has nothing to measure: ["
                                                + Misplaced.OnClass.class.getCanonicalName()
                                                + "] has no method with JMH's @Benchmark or Jupiter's @Test. Add one, or take the budget away."));
        assertThat(runner.plans).isEmpty();
    }

    @Test
    void every_benchmark_of_a_rejected_class_fails_with_what_jmh_says() {
        assertThat(failures(
                        execute(runner, Map.of(), selectClass(SortBench.class.getPackageName() + ".RejectedBench"))))
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("JMH cannot run the benchmarks of")
                        .hasMessageContaining("RejectedBench"));
        assertThat(runner.plans).isEmpty();
    }

    @Test
    void surefire_cannot_rerun_a_failed_test_until_it_passes() {
        system.setProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        runner.decide("hash", Decision.FAILED);
        var engine = new PerfBudgetTestEngine(runner, system);
        execute(engine, Map.of(), selectMethod(SortBench.class, "hash"));

        runner.decide("hash", Decision.PASSED);
        var again = execute(engine, Map.of(), selectMethod(SortBench.class, "hash"));

        again.testEvents().assertStatistics(count -> count.failed(1).succeeded(0));
        assertThat(runner.plans).hasSize(1);
    }

    @Test
    void what_speaks_against_the_suite_fails_the_engine_and_no_test() {
        runner.find("[com.acme.Gone.parse] is gone").find("Nothing could be compared");

        var results = execute(runner, Map.of(), SORTING);

        results.testEvents().assertStatistics(count -> count.succeeded(5).failed(0));
        assertThat(failureOfEngine(results)).hasValueSatisfying(failure -> assertThat(failure)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("[com.acme.Gone.parse] is gone\nNothing could be compared"));
    }

    @Test
    void who_picks_some_benchmarks_of_a_class_does_not_ask_about_the_suite() {
        runner.find("[com.acme.Gone.parse] is gone");

        assertThat(failureOfEngine(execute(runner, Map.of(), selectMethod(SortBench.class, "hash"))))
                .isEmpty();
    }

    @Test
    void surefire_cannot_rerun_a_failed_suite_until_it_passes() {
        system.setProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        system.setProperty("test", "SortBench");
        runner.decide("hash", Decision.FAILED).find("[com.acme.Gone.parse] is gone");
        var engine = new PerfBudgetTestEngine(runner, system);
        execute(engine, Map.of(), SORTING);

        var again = execute(engine, Map.of(), selectMethod(SortBench.class, "hash"));

        assertThat(failureOfEngine(again)).isPresent();
        assertThat(runner.plans).hasSize(1);
    }

    private static Optional<Throwable> failureOfEngine(EngineExecutionResults results) {
        return results.containerEvents().failed().stream()
                .filter(event -> event.getTestDescriptor().isRoot())
                .flatMap(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().stream())
                .findFirst();
    }

    private Purpose purpose(Map<String, String> parameters) {
        runner.plans.clear();
        execute(runner, parameters, SORTING);
        return runner.plans.get(0).purpose();
    }

    private EngineExecutionResults execute(
            RunnerLauncher launcher, Map<String, String> parameters, DiscoverySelector... selectors) {
        return execute(new PerfBudgetTestEngine(launcher, system), parameters, selectors);
    }

    private static EngineExecutionResults execute(
            PerfBudgetTestEngine engine, Map<String, String> parameters, DiscoverySelector... selectors) {
        return EngineTestKit.engine(engine)
                .selectors(selectors)
                .configurationParameters(parameters)
                .execute();
    }

    static List<Throwable> failures(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .toList();
    }

    private static Properties ofAnIde() {
        var properties = new Properties();
        for (var name : List.of("java.home", "java.class.path", "user.dir")) {
            properties.setProperty(name, System.getProperty(name));
        }
        return properties;
    }
}
