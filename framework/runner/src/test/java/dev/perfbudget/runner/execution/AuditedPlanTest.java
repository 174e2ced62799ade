package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said before the first block where an audit has seen how noisy blocks are. A block takes 7.4 s. */
class AuditedPlanTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final PairedBenchmark parse = benchmark("parse");
    private final PairedBenchmark print = benchmark("print");
    private final PairedBenchmark copy = benchmark("copy");

    @Test
    void it_says_how_many_blocks_decide_how_many_benchmarks_and_what_cannot_be_judged() {
        Forks.expectNoise(parse, 0.01);
        Forks.expectNoise(print, 0.2);
        Forks.expectNoise(copy, 0.03);

        assertThat(line(TEN_MINUTES, parse, print, copy))
                .hasValue(
                        "As audited on such a machine: 5 blocks probably decide JsonBench.parse, 12 blocks probably decide"
                                + " JsonBench.copy; probably cannot be judged within 10 min: JsonBench.print (more than 30 blocks at"
                                + " +5 %)");
    }

    @Test
    void several_that_as_many_blocks_decide_are_counted() {
        Forks.expectNoise(parse, 0.01);
        Forks.expectNoise(print, 0.01);

        assertThat(line(TEN_MINUTES, parse, print))
                .hasValue("As audited on such a machine: 5 blocks probably decide 2 benchmarks");
    }

    @Test
    void what_takes_longer_than_there_is_time_cannot_be_judged_either() {
        Forks.expectNoise(parse, 0.01);
        Forks.expectNoise(copy, 0.03);

        assertThat(line(Duration.ofMinutes(2), copy, parse))
                .hasValue(
                        "As audited on such a machine: 5 blocks probably decide JsonBench.parse; probably cannot be judged"
                                + " within 2 min: JsonBench.copy (12 blocks at +5 %)");
    }

    @Test
    void what_is_not_known_takes_its_time_and_is_not_spoken_of() {
        Forks.expectNoise(copy, 0.03);

        assertThat(line(Duration.ofMinutes(2), parse, copy)).hasValueSatisfying(line -> assertThat(line)
                .endsWith("within 2 min: JsonBench.copy (12 blocks at +5 %)"));
        assertThat(line(TEN_MINUTES, parse)).isEmpty();
    }

    private static Optional<String> line(Duration time, PairedBenchmark... benchmarks) {
        return new AuditedPlan(List.of(benchmarks), time).line();
    }

    private static PairedBenchmark benchmark(String method) {
        var iterations = new Iterations(40, 20, Duration.ofMillis(50));
        var measured = new MeasuredBenchmark(
                1, Forks.planned(method, 5, 0), new ForkEffort(5, 0, Optional.of(iterations)), Duration.ofSeconds(60));
        return Forks.paired(measured);
    }
}
