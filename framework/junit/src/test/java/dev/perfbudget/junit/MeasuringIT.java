package dev.perfbudget.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.perfbudget.junit.fixtures.ModesBench;
import dev.perfbudget.junit.fixtures.SortBench;
import dev.perfbudget.junit.fixtures.WastefulBench;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.AssertionFailedError;

/** With the real runner, JMH's own forks, and settings that make them short. */
class MeasuringIT {

    @TempDir
    private Path output;

    @Test
    void a_benchmark_is_measured_in_forks_and_its_budget_judged() {
        var results = execute("measure", Map.of(), selectMethod(SortBench.class, "hash"));

        results.testEvents().assertStatistics(count -> count.started(1).succeeded(1));
        assertThat(results.testEvents().reportingEntryPublished().count()).isGreaterThanOrEqualTo(2);
        assertThat(output.resolve("runs/it/run.json")).isRegularFile();
        assertThat(output.resolve("runs/it/verdict.json")).isRegularFile();
    }

    @Test
    void a_limit_that_is_broken_fails_the_test_with_the_figures() {
        var results = execute("measure", Map.of(), selectMethod(WastefulBench.class, "allocate"));

        results.testEvents().assertStatistics(count -> count.started(1).failed(1));
        assertThat(ExecutionTest.failures(results).get(0))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("allocation is 1.0")
                .hasMessageContaining("limit 100 B (@PerfBudget on " + WastefulBench.class.getName() + ".allocate)")
                .hasMessageContaining("broken");
    }

    @Test
    void every_combination_is_called_once_in_a_smoke_run() {
        execute("smoke", Map.of(), selectMethod(SortBench.class, "sort"), selectMethod(ModesBench.class, "counter"))
                .testEvents()
                .assertStatistics(count -> count.succeeded(6).failed(0));
    }

    @Test
    void wrong_settings_fail_with_all_of_them_named() {
        var results = execute(
                "measure",
                Map.of("perfbudget.mean", "12 parsecs", "perfbudget.efort", "jmh"),
                selectMethod(SortBench.class, "hash"));

        results.testEvents().assertStatistics(count -> count.failed(1));
        assertThat(ExecutionTest.failures(results).get(0))
                .hasMessageContaining("12 parsecs")
                .hasMessageContaining("efort");
    }

    private EngineExecutionResults execute(
            String mode, Map<String, String> parameters, DiscoverySelector... selectors) {
        return EngineTestKit.engine(PerfBudgetTestEngine.ID)
                .selectors(selectors)
                .configurationParameter("perfbudget.mode", mode)
                .configurationParameter("perfbudget.runId", "it")
                .configurationParameter("perfbudget.output", output.toString())
                .configurationParameter("perfbudget.forks", "2")
                .configurationParameter("perfbudget.warmupIterations", "2")
                .configurationParameter("perfbudget.iterations", "3")
                .configurationParameter("perfbudget.iterationTime", "20 ms")
                .configurationParameters(parameters)
                .execute();
    }
}
