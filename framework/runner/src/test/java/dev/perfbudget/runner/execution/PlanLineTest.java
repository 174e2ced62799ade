package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanLineTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Test
    void it_says_how_many_forks_and_about_how_long() {
        var gate = new ForkEffort(5, 0, Optional.of(new Iterations(20, 10, Duration.ofMillis(100))));

        assertThat(PlanLine.alone(List.of(benchmark(gate)), TEN_MINUTES))
                .isEqualTo("1 benchmark, 5 forks, about 19 s (cap 10 min)");
        assertThat(PlanLine.alone(List.of(benchmark(gate), benchmark(gate)), TEN_MINUTES))
                .isEqualTo("2 benchmarks, 5 forks each, about 37 s (cap 10 min)");
    }

    @Test
    void beside_a_baseline_it_says_which_and_counts_both_sides() {
        var effort = new ForkEffort(5, 0, Optional.of(new Iterations(40, 20, Duration.ofMillis(50))));

        assertThat(PlanLine.inBlocks(List.of(Forks.paired(benchmark(effort))), TEN_MINUTES, "git:main (a1b2c3d)"))
                .isEqualTo("1 benchmark beside git:main (a1b2c3d), at least 5 blocks, about 37 s (cap 10 min)");
    }

    @Test
    void warmup_that_an_audit_found_to_be_enough_shortens_what_is_expected() {
        var effort = new ForkEffort(5, 0, Optional.of(new Iterations(40, 20, Duration.ofMillis(50))));
        var benchmark = benchmark(effort);
        benchmark.expectSteadyFrom(4);

        assertThat(PlanLine.inBlocks(List.of(Forks.paired(benchmark)), TEN_MINUTES, "self"))
                .isEqualTo("1 benchmark beside self, at least 5 blocks, about 21 s (cap 10 min)");
    }

    @Test
    void it_promises_no_time_where_everything_is_as_annotated() {
        var jmh = new ForkEffort(1, 0, Optional.empty());
        var other = new ForkEffort(5, 0, Optional.empty());

        assertThat(PlanLine.alone(List.of(benchmark(jmh), benchmark(other)), TEN_MINUTES))
                .isEqualTo("2 benchmarks, 1 or 5 forks each, for as long as annotated (cap 10 min)");
    }

    @Test
    void times_are_said_in_minutes_and_seconds() {
        assertThat(PlanLine.text(Duration.ofMillis(300))).isEqualTo("1 s");
        assertThat(PlanLine.text(Duration.ofSeconds(220))).isEqualTo("3 min 40 s");
        assertThat(PlanLine.text(TEN_MINUTES)).isEqualTo("10 min");
    }

    private static MeasuredBenchmark benchmark(ForkEffort effort) {
        return new MeasuredBenchmark(1, Forks.planned("parse", 5, 0), effort, Duration.ofSeconds(60));
    }
}
