package dev.perfbudget.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Curves as JVMs draw them: thirty iterations, level noise with a spike in every fifteenth, a thousand seeded series. */
class SteadyTailTest {

    private static final int SERIES = 1_000;
    private static final int LENGTH = 30;

    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.02})
    void of_a_warmup_curve_the_tail_is_found_where_it_starts(double noise) {
        var results = simulate(noise, true, i -> i < 1 ? 8 : i < 3 ? 3 : i < 7 ? 1.3 : 1);
        assertThat(countSteadyFrom(results, 6, 9)).isGreaterThan(850);
        assertThat(countSteadyFrom(results, 0, 2)).isZero();
    }

    @Test
    void noise_may_hide_the_last_steps_of_a_warmup_but_not_the_first() {
        var results = simulate(0.1, true, i -> i < 1 ? 8 : i < 3 ? 3 : i < 7 ? 1.3 : 1);
        assertThat(countSteadyFrom(results, 3, 10)).isGreaterThan(850);
        assertThat(countSteadyFrom(results, 0, 2)).isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.005, 0.02, 0.1, 0.3})
    void a_level_series_is_steady_however_noisy(double noise) {
        assertThat(countSteadyFrom(simulate(noise, false, i -> 1), 0, 4)).isGreaterThan(900);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.005, 0.02})
    void a_step_near_the_end_is_not_steady(double noise) {
        assertThat(countSteady(simulate(noise, false, i -> i < 27 ? 1 : 1.4))).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.002, 0.005, 0.02})
    void drift_is_not_steady(double noise) {
        assertThat(countSteady(simulate(noise, false, i -> Math.exp(-0.03 * i))))
                .isLessThan(10);
    }

    @Test
    void steps_within_five_per_cent_are_one_level() {
        assertThat(countSteadyFrom(simulate(0.002, false, i -> i < 15 ? 1.04 : 1), 0, 0))
                .isGreaterThan(900);
        assertThat(countSteadyFrom(simulate(0.002, false, i -> i < 15 ? 1.07 : 1), 15, 17))
                .isGreaterThan(900);
    }

    @Test
    void a_single_spike_is_no_change() {
        var series = new double[LENGTH];
        Arrays.fill(series, 1);
        series[20] = 5;
        assertThat(SteadyTail.of(series)).isEqualTo(new Steadiness(true, 0));
    }

    @Test
    void rates_and_times_are_steady_alike() {
        var random = new Random(1);
        var times = IntStream.range(0, LENGTH)
                .mapToDouble(i -> (i < 9 ? 2 : 1) * Math.exp(0.02 * random.nextGaussian()))
                .toArray();
        var rates = Arrays.stream(times).map(time -> 1 / time).toArray();
        assertThat(SteadyTail.of(times)).isEqualTo(new Steadiness(true, 9)).isEqualTo(SteadyTail.of(rates));
    }

    @Test
    void too_few_values_are_not_steady() {
        assertThat(SteadyTail.of(new double[] {})).isEqualTo(new Steadiness(false, 0));
        assertThat(SteadyTail.of(new double[] {1, 1, 1, 1})).isEqualTo(new Steadiness(false, 4));
        assertThat(SteadyTail.of(new double[] {1, 1, 1, 1, 1})).isEqualTo(new Steadiness(true, 0));
    }

    @Test
    void what_has_no_logarithm_is_not_steady() {
        for (var wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(SteadyTail.of(new double[] {1, 1, 1, wrong, 1, 1}).steady())
                    .isFalse();
        }
    }

    private static Steadiness[] simulate(double noise, boolean spiky, IntToDoubleFunction level) {
        var random = new Random(42);
        return IntStream.range(0, SERIES)
                .mapToObj(series -> SteadyTail.of(IntStream.range(0, LENGTH)
                        .mapToDouble(i -> level.applyAsDouble(i)
                                * Math.exp(noise * random.nextGaussian())
                                * (spiky && random.nextInt(15) == 0 ? 1.5 : 1))
                        .toArray()))
                .toArray(Steadiness[]::new);
    }

    private static long countSteady(Steadiness[] results) {
        return Arrays.stream(results).filter(Steadiness::steady).count();
    }

    private static long countSteadyFrom(Steadiness[] results, int first, int last) {
        return Arrays.stream(results)
                .filter(result -> result.steady() && result.from() >= first && result.from() <= last)
                .count();
    }
}
