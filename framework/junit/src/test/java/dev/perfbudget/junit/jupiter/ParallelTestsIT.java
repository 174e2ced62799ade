package dev.perfbudget.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.api.PerfBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;

/** Measurements exclude each other where Jupiter runs tests in parallel, and say so where others go on beside them. */
class ParallelTestsIT {

    private static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "3");

    @TempDir
    private Path output;

    @Execution(ExecutionMode.CONCURRENT)
    @PerfBudget(mean = "10 s")
    static class Concurrent {

        private static final AtomicInteger INSIDE = new AtomicInteger();

        @Test
        void one() {
            alone();
        }

        @Test
        void two() {
            alone();
        }

        @Test
        void three() {
            alone();
        }

        private static void alone() {
            assertThat(INSIDE.incrementAndGet()).isOne();
            Thread.onSpinWait();
            INSIDE.decrementAndGet();
        }
    }

    @Test
    void no_two_tests_are_measured_at_the_same_time_and_the_run_does_not_gate() throws IOException {
        new InPlace(output).run(Concurrent.class, PARALLEL).testEvents().assertStatistics(count -> count.succeeded(3));

        assertThat(new InPlace(output).measuredTests()).hasSize(3);
        assertThat(Files.readString(new InPlace(output).file("run.json")))
                .contains("Not for gating: Jupiter may run other tests at the same time");
    }

    @Isolated
    static class Alone {

        @Test
        @PerfBudget(mean = "10 s")
        void one() {}
    }

    @Test
    void an_isolated_class_is_measured_as_if_nothing_were_parallel() throws IOException {
        new InPlace(output).run(Alone.class, PARALLEL).testEvents().assertStatistics(count -> count.succeeded(1));

        assertThat(Files.readString(new InPlace(output).file("run.json"))).doesNotContain("Not for gating: Jupiter");
    }
}
