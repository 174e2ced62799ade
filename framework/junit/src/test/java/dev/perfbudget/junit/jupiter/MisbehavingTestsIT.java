package dev.perfbudget.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.api.PerfBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests that throw, hang, interrupt their thread, leak threads or are given up. */
class MisbehavingTestsIT {

    @TempDir
    private Path output;

    static class Throwing {

        private int operations;

        @Test
        @PerfBudget(mean = "10 s")
        void in_the_first_operation() {
            throw new IllegalStateException("first");
        }

        @Test
        @PerfBudget(mean = "10 s")
        void in_the_third_operation() {
            if (++operations == 3) {
                throw new IllegalStateException("third");
            }
        }
    }

    @Test
    void a_test_that_throws_fails_with_its_own_exception_and_the_run_keeps_which_operation_it_was() throws IOException {
        var results = new InPlace(output).run(Throwing.class);

        assertThat(InPlace.failures(results))
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).isExactlyInstanceOf(IllegalStateException.class))
                .extracting(Throwable::getMessage)
                .containsExactlyInAnyOrder("first", "third");
        assertThat(InPlace.failures(results).stream().filter(failure -> "third".equals(failure.getMessage())))
                .singleElement()
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .asString()
                        .contains("Nothing is judged: operation 3 of the test (in warmup) threw"));
        assertThat(Files.readString(new InPlace(output).file("run.json")))
                .contains("\"THREW\"", "operation 1 of the test (the first one)", "operation 3 of the test");
        assertThat(InPlace.entries(results)).containsOnlyKeys("perfbudget.run");
    }

    static class Hanging {

        private final CountDownLatch never = new CountDownLatch(1);
        private int operations;

        @Test
        @PerfBudget(mean = "10 s")
        void for_ever() throws InterruptedException {
            if (++operations == 2) {
                never.await();
            }
        }
    }

    @Test
    void a_test_that_hangs_is_ended_by_our_timeout_with_the_operation_named() throws IOException {
        var results = new InPlace(output).run(Hanging.class, Map.of("perfbudget.timeout", "200 ms"));

        assertThat(InPlace.failures(results)).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining(
                        "operation 2 of the test (in warmup) did not end within 200 ms (perfbudget.timeout)")
                .hasCauseInstanceOf(InterruptedException.class));
        assertThat(Files.readString(new InPlace(output).file("run.json"))).contains("\"HUNG\"");
    }

    static class TimedOut {

        private final CountDownLatch never = new CountDownLatch(1);
        private int operations;

        @Test
        @Timeout(value = 300, unit = TimeUnit.MILLISECONDS)
        @PerfBudget(mean = "10 s")
        void by_jupiter() throws InterruptedException {
            if (++operations == 3) {
                never.await();
            }
        }

        @Test
        @Timeout(value = 300, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        @PerfBudget(mean = "10 s")
        void on_another_thread() throws InterruptedException {
            by_jupiter();
        }

        @Test
        @PerfBudget(mean = "10 s")
        void but_its_neighbour_not() {
            operations++;
        }
    }

    @Test
    void jupiters_timeout_covers_all_operations_and_names_the_one_that_it_struck() {
        var results = new InPlace(output).run(TimedOut.class);

        results.testEvents().assertStatistics(count -> count.failed(2).succeeded(1));
        assertThat(InPlace.failures(results))
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(TimeoutException.class));
        assertThat(InPlace.failures(results).stream()
                        .filter(failure -> String.valueOf(failure.getMessage()).startsWith("by_jupiter")))
                .singleElement()
                .satisfies(failure -> assertThat(failure.getSuppressed()[0].getSuppressed()[0])
                        .hasMessageContaining("operation 3 of the test"));
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Interrupting {

        @Test
        @Order(1)
        @PerfBudget(mean = "10 s")
        void its_own_thread() {
            Thread.currentThread().interrupt();
        }

        @Test
        @Order(2)
        @PerfBudget(mean = "10 s")
        void and_its_neighbour_does_not_feel_it() throws InterruptedException {
            TimeUnit.MICROSECONDS.sleep(1);
        }
    }

    @Test
    void a_test_may_leave_its_thread_interrupted() throws IOException {
        new InPlace(output).run(Interrupting.class).testEvents().assertStatistics(count -> count.succeeded(2));

        assertThat(Files.readString(new InPlace(output).file("run.json")))
                .contains("Interrupting.its_own_thread left its thread interrupted after");
    }

    static class Leaking {

        static final CountDownLatch END = new CountDownLatch(1);
        private int operations;

        @Test
        @PerfBudget(mean = "10 s")
        void threads() {
            if (++operations <= 3) {
                var leaked = new Thread(Leaking::run, "leaked-" + operations);
                leaked.setDaemon(true);
                leaked.start();
            }
        }

        private static void run() {
            try {
                END.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void threads_that_a_test_leaves_behind_are_counted_in_its_report() {
        var results = new InPlace(output).run(Leaking.class);
        Leaking.END.countDown();

        assertThat(InPlace.entries(results).get("notes"))
                .contains("left 3 threads behind: leaked-1, leaked-2, leaked-3");
    }

    static class GivenUp {

        private int operations;

        @BeforeEach
        void mayFail(org.junit.jupiter.api.TestInfo info) {
            if (info.getDisplayName().startsWith("never_called")) {
                throw new IllegalStateException("not today");
            }
        }

        @Test
        @PerfBudget(mean = "10 s")
        void by_an_assumption() {
            Assumptions.assumeTrue(++operations < 4);
        }

        @Test
        @PerfBudget(mean = "10 s")
        void never_called() {}
    }

    @Test
    void what_is_not_run_after_all_is_not_recorded() {
        var results = new InPlace(output).run(GivenUp.class);

        results.testEvents().assertStatistics(count -> count.aborted(1).failed(1));
        assertThat(new InPlace(output).file("run.json")).doesNotExist();
    }

    static class Wrong {

        @Test
        @PerfBudget(mean = "12 parsecs")
        void budget() {}
    }

    @Test
    void wrong_budgets_and_settings_are_told_together_and_nothing_is_called() {
        var results = new InPlace(output).run(Wrong.class, Map.of("perfbudget.iterationTime", "soon"));

        // What ends a run does so inside an exception of Jupiter's from version 6 on.
        assertThat(InPlace.failures(results)).isNotEmpty().allSatisfy(failure -> assertThat(failure)
                .hasStackTraceContaining("[soon]"));
    }
}
