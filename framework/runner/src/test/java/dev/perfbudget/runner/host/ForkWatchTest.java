package dev.perfbudget.runner.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.FromFork;
import dev.perfbudget.protocol.FromHost;
import dev.perfbudget.protocol.ToHost;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForkWatchTest {

    private static final BenchmarkKey ASKED = new BenchmarkKey("com.acme.JsonBench.parse", "avgt", Map.of());
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final ForkWatch watch = new ForkWatch(TIMEOUT);
    private final Acceptance acceptance =
            new Acceptance(new ToHost.RunFork("1.1", ASKED, new ToHost.Effort.AsAnnotated(1)));

    @Test
    void in_an_iteration_silence_is_accepted_until_jmhs_own_timeout_had_its_turn() {
        watch.heard(7, new FromFork.ForkReady(7, Map.of()));
        watch.heard(
                7,
                new FromFork.IterationStarted(false, 2, Duration.ofSeconds(10).toNanos()));

        assertThat(watch.patience()).isEqualTo(Duration.ofSeconds(20));
        assertThat(watch.doing()).isEqualTo("in measurement iteration 3");
    }

    @Test
    void before_and_between_iterations_a_busy_machine_and_jmh_itself_get_their_time() {
        assertThat(watch.patience()).isEqualTo(Duration.ofSeconds(60));

        watch.heard(7, new FromFork.ForkReady(7, Map.of()));
        watch.heard(7, ended(false, 2));

        assertThat(watch.patience()).isEqualTo(Duration.ofSeconds(45));
        assertThat(watch.doing()).isEqualTo("after measurement iteration 3");
    }

    @Test
    void a_result_that_fits_what_was_asked_and_what_the_fork_said_is_accepted() {
        watch.heard(7, new FromFork.ForkReady(7, Map.of()));
        watch.heard(7, ended(true, 0));
        watch.heard(7, ended(false, 0));

        assertThat(acceptance.judge(completed(ASKED, 1.5), watch))
                .isInstanceOfSatisfying(ForkOutcome.Completed.class, fork -> assertThat(fork.iterations())
                        .hasSize(2));
    }

    @Test
    void what_a_fork_that_failed_before_still_says_is_not_taken_for_this_forks() {
        watch.heard(6, ended(true, 4));
        watch.heard(7, new FromFork.ForkReady(7, Map.of()));
        watch.heard(6, ended(false, 0));
        watch.heard(7, ended(false, 0));

        assertThat(watch.iterations()).containsExactly(ended(false, 0));
        assertThat(watch.doing()).isEqualTo("after measurement iteration 1");
    }

    @Test
    void a_result_of_another_fork_is_not_accepted() {
        watch.heard(7, new FromFork.ForkReady(7, Map.of()));
        watch.heard(7, ended(false, 0));

        var other = new FromHost.ForkCompleted("1.2", ASKED, 1, "us/op", List.of(1.5), List.of());

        assertThat(message(other)).contains("fork [1.1]", "returned [1.2]");
    }

    @Test
    void a_result_for_something_else_is_not_accepted() {
        watch.heard(7, new FromFork.ForkReady(7, Map.of()));
        watch.heard(7, ended(false, 0));

        var other = new BenchmarkKey("com.acme.JsonBench.print", "avgt", Map.of());

        assertThat(message(completed(other, 1.5))).contains("asked for", "JsonBench.parse", "returned", "print");
    }

    @Test
    void a_result_of_a_fork_whose_agent_never_reported_is_not_accepted() {
        assertThat(message(completed(ASKED, 1.5))).contains("never reported", "perfbudget-agent");
    }

    @Test
    void a_result_without_scores_or_with_other_than_the_fork_measured_is_not_accepted() {
        watch.heard(7, new FromFork.ForkReady(7, Map.of()));
        assertThat(message(completed(ASKED))).contains("no score");

        watch.heard(7, ended(false, 0));
        assertThat(message(completed(ASKED, 1.5, 1.6))).contains("[2] scores", "[1] iterations");
    }

    private String message(FromHost.ForkCompleted result) {
        var outcome = acceptance.judge(result, watch);
        assertThat(outcome).isInstanceOf(ForkOutcome.Failed.class);
        var failed = (ForkOutcome.Failed) outcome;
        assertThat(failed.kind()).isEqualTo(ForkFailure.Kind.MISSING);
        return failed.message();
    }

    private static FromHost.ForkCompleted completed(BenchmarkKey key, Double... scores) {
        return new FromHost.ForkCompleted("1.1", key, 1, "us/op", List.of(scores), List.of());
    }

    private static FromFork.IterationEnded ended(boolean warmup, int index) {
        return new FromFork.IterationEnded(warmup, index, 0, 1, 1.5, "us/op", 1, List.of(), List.of(), Map.of());
    }
}
