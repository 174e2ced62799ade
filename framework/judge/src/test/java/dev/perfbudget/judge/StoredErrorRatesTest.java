package dev.perfbudget.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How often a suite fails beside stored sessions, whose chance has a part in both stages: ten benchmarks, three accepted
 * sessions of five forks, sessions 2 % apart and forks 3 %.
 */
class StoredErrorRatesTest {

    private static final int BENCHMARKS = 10;
    private static final int SESSIONS = 3;
    private static final double BETWEEN_SESSIONS = 0.02;
    private static final double BETWEEN_FORKS = 0.03;

    private final Random random = new Random(20261121);

    @Test
    void suites_in_which_everything_is_as_slow_as_is_accepted_fail_in_no_more_than_alpha_of_cases() {
        var suites = 400;
        var failed = IntStream.range(0, suites)
                .filter(suite -> outcome(1.05, 1.05) == Outcome.FAILED)
                .count();
        // 1 % of 400 are 4; 99.9 % of binomial counts are at most 11.
        assertThat(failed).isLessThanOrEqualTo(11);
    }

    @Test
    void suites_in_which_nothing_changed_do_not_fail() {
        var failed = IntStream.range(0, 400)
                .filter(suite -> outcome(1, 1) == Outcome.FAILED)
                .count();
        assertThat(failed).isZero();
    }

    @Test
    void one_benchmark_that_is_a_third_slower_among_others_as_before_is_found() {
        var suites = 100;
        var failed = IntStream.range(0, suites)
                .filter(suite -> outcome(1.33, 1) == Outcome.FAILED)
                .count();
        assertThat(failed).isGreaterThan(90);
    }

    /** As the runner does it: what fails by the first forks is measured again, in the same session. */
    private Outcome outcome(double first, double others) {
        var baseline = new Baseline(
                IntStream.range(0, SESSIONS).mapToObj(session -> session()).toList(), List.of());
        var levels = IntStream.range(0, BENCHMARKS)
                .mapToObj(i -> (i == 0 ? first : others) * noise(BETWEEN_SESSIONS))
                .toList();
        var benchmarks = levels.stream().map(level -> forks(level)).toList();
        var judge = new Judge(Policy.WARN);
        var look = judge.judge(List.of(run(benchmarks, levels, List.of())), baseline);
        var suspects = IntStream.range(0, BENCHMARKS)
                .filter(i -> look.benchmarks().get(i).hasSample(Outcome.FAILED))
                .boxed()
                .toList();
        return judge.judge(List.of(run(benchmarks, levels, suspects)), baseline).outcome();
    }

    private Run run(List<double[]> benchmarks, List<Double> levels, List<Integer> suspects) {
        var measured = new ArrayList<Measured>();
        for (var i = 0; i < benchmarks.size(); i++) {
            var benchmark = Measured.averageTime().method("b" + i).forks(benchmarks.get(i));
            measured.add(suspects.contains(i) ? benchmark.confirmedBy(forks(levels.get(i))) : benchmark);
        }
        return Measured.run(measured.toArray(Measured[]::new));
    }

    private Measurements session() {
        var levels = IntStream.range(0, BENCHMARKS)
                .mapToObj(i -> noise(BETWEEN_SESSIONS))
                .toList();
        var run = run(levels.stream().map(level -> forks(level)).toList(), levels, List.of());
        return RunMeasurements.of(run, "baseline");
    }

    private double[] forks(double level) {
        return IntStream.range(0, 5)
                .mapToDouble(fork -> 100 * level * noise(BETWEEN_FORKS))
                .toArray();
    }

    private double noise(double sd) {
        return Math.exp(sd * random.nextGaussian());
    }
}
