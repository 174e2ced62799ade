package dev.perfbudget.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Verdict.Kind;
import dev.perfbudget.model.Waiver;
import dev.perfbudget.model.Waivers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often a suite fails that is measured in blocks with a look after 5, 8, 12, 20 and 30 of them, and again for what
 * looks regressed: the whole way that the runner goes.
 */
class PairedErrorRatesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    private final Random random = new Random(20261121);
    private Baseline baseline = Baseline.NONE;

    @ParameterizedTest
    @CsvSource({"1, 300", "10, 30"})
    void suites_in_which_everything_is_as_slow_as_is_accepted_fail_in_no_more_than_alpha_of_cases(
            int benchmarks, int suites) {
        var failed = failed(suites, benchmarks, () -> 1.05, 0.03);

        // 99.9 % of binomial counts at 1 %: of 300 at most 9, of 30 at most 3.
        assertThat(failed).isLessThanOrEqualTo(suites == 300 ? 9 : 3);
    }

    @ParameterizedTest
    @CsvSource({"0.01", "0.04", "0.15"})
    void suites_in_which_nothing_changed_do_not_fail_however_noisy_blocks_are(double noise) {
        assertThat(failed(20, 5, () -> 1, noise)).isZero();
    }

    @Test
    void a_drift_that_meets_both_sides_of_a_block_fails_nothing() {
        var drift = new double[] {1};
        DoubleSupplier both = () -> drift[0] *= 1.01;

        assertThat(IntStream.range(0, 50)
                        .filter(suite -> outcome(1, both, () -> 1, 0.02) == Outcome.FAILED)
                        .count())
                .isZero();
    }

    @Test
    void a_tenth_slower_is_found_in_nearly_all_cases_where_blocks_are_4_per_cent_apart() {
        assertThat(failed(60, 1, () -> 1.10, 0.04)).isGreaterThanOrEqualTo(54);
    }

    @Test
    void a_tenth_slower_is_hardly_ever_called_unchanged() {
        var unchanged = IntStream.range(0, 60)
                .filter(run -> {
                    var before = new ArrayList<Double>();
                    var after = new ArrayList<Double>();
                    return screened(before, after, 1.10, () -> 1, 0.04) == Kind.UNCHANGED;
                })
                .count();
        assertThat(unchanged).isLessThanOrEqualTo(1);
    }

    @Test
    void what_is_slower_than_its_waiver_allows_is_found_as_well() {
        waive(1.15);

        assertThat(failed(60, 1, () -> 1.30, 0.06)).isGreaterThanOrEqualTo(57);
    }

    @Test
    void what_is_as_slow_as_its_waiver_allows_fails_in_no_more_than_alpha_of_cases() {
        waive(1.15);

        assertThat(failed(300, 1, () -> 1.15, 0.03)).isLessThanOrEqualTo(9);
    }

    private void waive(double largestRatio) {
        baseline = new Baseline(List.of(), List.of(new Waiver("*", "*", largestRatio, "known", TODAY)));
    }

    private long failed(int suites, int benchmarks, DoubleSupplier ratio, double noise) {
        return IntStream.range(0, suites)
                .filter(suite -> outcome(benchmarks, () -> 1, ratio, noise) == Outcome.FAILED)
                .count();
    }

    private Outcome outcome(int count, DoubleSupplier level, DoubleSupplier ratio, double noise) {
        var before = new ArrayList<List<Double>>();
        var after = new ArrayList<List<Double>>();
        for (var i = 0; i < count; i++) {
            before.add(new ArrayList<>());
            after.add(new ArrayList<>());
            screened(before.get(i), after.get(i), ratio.getAsDouble(), level, noise);
        }
        var screening = after.stream().mapToInt(List::size).toArray();
        var suspects =
                Suspects.of(Measured.pairedRun(measured(after, screening), measured(before, screening)), baseline);
        for (var i = 0; i < count; i++) {
            if (suspects.has(measured(after, screening).get(i).id())) {
                var fresh = new ArrayList<Double>();
                var others = new ArrayList<Double>();
                stage(others, fresh, ratio.getAsDouble(), level, noise, suspects.alpha());
                before.get(i).addAll(others);
                after.get(i).addAll(fresh);
            }
        }
        var run = Measured.pairedRun(measured(after, screening), measured(before, screening));
        return new Judge(Policy.WARN).judge(List.of(run), baseline).outcome();
    }

    private Kind screened(List<Double> before, List<Double> after, double ratio, DoubleSupplier level, double noise) {
        return stage(before, after, ratio, level, noise, ComparisonRules.PAIRED.alpha());
    }

    /** Blocks until a look decides, or leaves no hope. */
    private Kind stage(
            List<Double> before, List<Double> after, double ratio, DoubleSupplier level, double noise, double alpha) {
        var rules = ComparisonRules.PAIRED.withAlpha(alpha).withWaivers(new Waivers(baseline.waivers(), TODAY));
        var kind = Kind.INCONCLUSIVE;
        for (int look : ComparisonRules.PAIRED.looks()) {
            while (after.size() < look) {
                var shared = level.getAsDouble();
                before.add(100 * shared * Math.exp(random.nextGaussian() * noise / Math.sqrt(2)));
                after.add(100 * shared * ratio * Math.exp(random.nextGaussian() * noise / Math.sqrt(2)));
            }
            var candidate = benchmark(0, after).run().benchmarks().get(0);
            var seen = PairedLook.at(
                    candidate, benchmark(0, before).run().benchmarks().get(0).forks(), rules, all -> true);
            kind = seen.kind();
            if (!seen.isOpen() || seen.isFutile()) {
                return kind;
            }
        }
        return kind;
    }

    private static List<Measured> measured(List<List<Double>> forks, int[] screening) {
        return IntStream.range(0, forks.size())
                .mapToObj(i -> {
                    var all = forks.get(i);
                    var fresh = all.subList(screening[i], all.size());
                    var first = benchmark(i, all.subList(0, screening[i]));
                    return fresh.isEmpty() ? first : first.confirmedBy(array(fresh));
                })
                .toList();
    }

    private static Measured benchmark(int number, List<Double> forks) {
        return Measured.averageTime().method("b" + number).planned(forks.size()).forks(array(forks));
    }

    private static double[] array(List<Double> values) {
        return Arrays.stream(values.toArray(Double[]::new))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
