package dev.perfbudget.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.api.PerfBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** An ordinary test with a budget is measured in place and judged, with the real runner. */
class OrdinaryTestsIT {

    @TempDir
    private Path output;

    static class Sleeping {

        @Test
        @PerfBudget(mean = "10 s", p99 = "10 s", allocation = "1 MB")
        void within_its_budget() throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(1);
        }

        @Test
        @PerfBudget(median = "10 us")
        void beyond_its_budget() throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(1);
        }

        @Test
        void without_a_budget() {}
    }

    @Test
    void a_broken_limit_fails_its_test_with_the_figures_and_the_run_is_kept() throws IOException {
        var runs = new InPlace(output);

        var results = runs.run(Sleeping.class);

        results.testEvents()
                .assertStatistics(count -> count.started(3).succeeded(2).failed(1));
        assertThat(InPlace.failures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("Sleeping.beyond_its_budget [inPlace]: failed: limits 1 broken")
                .hasMessageContaining("this JVM only")
                .hasMessageContaining("limit 10 us (@PerfBudget on " + Sleeping.class.getCanonicalName()));
        assertThat(InPlace.entries(results))
                .containsKeys("score", "limit of p99", "limit of allocation")
                .containsEntry("perfbudget.run", output.resolve("runs/it").toString());
        assertThat(Files.readString(runs.file("run.json")))
                .contains("\"inPlace\"", "within_its_budget", "beyond_its_budget", "\"assertions\" : \"on\"")
                .doesNotContain("without_a_budget");
        assertThat(runs.file("verdict.json")).isRegularFile();
        assertThat(runs.file("forks/001.jsonl")).isRegularFile();
    }

    @Test
    void in_a_build_that_runs_all_tests_it_is_called_once() {
        var results = new InPlace(output).run(Sleeping.class, Map.of("perfbudget.mode", "smoke"));

        results.testEvents().assertStatistics(count -> count.succeeded(3));
        assertThat(InPlace.entries(results).get("perfbudget")).contains("called once, not measured");
        assertThat(output.resolve("runs")).doesNotExist();
    }
}
