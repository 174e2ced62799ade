package dev.perfbudget.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Curves of forks on a machine that others use: of 52 iterations every thirtieth begins a time of one to eight in which all
 * take a tenth to a half longer, in each fork at other places. A hundred seeded suites.
 */
class CommonWarmupTest {

    private static final int SUITES = 100;
    private static final int LENGTH = 52;

    @Test
    void of_disturbed_forks_that_are_level_from_the_third_iteration_eight_say_so_and_most_do_not_say_it_alone() {
        assertThat(found(8, 2)).filteredOn(from -> from <= 4).hasSizeGreaterThan(80);
        assertThat(found(1, 2)).filteredOn(from -> from <= 4).hasSizeLessThan(50);
    }

    @Test
    void a_warmup_that_all_have_is_found_where_it_ends() {
        assertThat(found(8, 20)).filteredOn(from -> from >= 19 && from <= 23).hasSizeGreaterThan(80);
        assertThat(found(8, 20)).allMatch(from -> from >= 18);
    }

    @Test
    void forks_at_different_levels_are_level_together() {
        var random = new Random(3);
        var series = IntStream.range(0, 6)
                .mapToObj(fork -> curve(random, 5, 100 + 40.0 * fork))
                .toList();

        assertThat(CommonWarmup.of(series).from()).isBetween(4, 6);
    }

    @Test
    void of_shorter_series_counts_what_they_have() {
        var random = new Random(4);
        var all = curve(random, 9, 100);
        var shorter = Arrays.copyOf(curve(random, 9, 100), 20);

        assertThat(CommonWarmup.of(List.of(all, shorter)).from()).isBetween(8, 10);
    }

    @Test
    void one_series_is_judged_by_itself() {
        var alone = curve(new Random(5), 7, 100);

        assertThat(CommonWarmup.of(List.of(alone))).isEqualTo(SteadyTail.of(alone));
    }

    @Test
    void nothing_is_said_without_positive_values() {
        assertThat(CommonWarmup.of(List.of())).isEqualTo(new Steadiness(false, 0));
        assertThat(CommonWarmup.of(List.of(new double[0], new double[] {1, 0, 1, 1, 1, 1, 1})))
                .isEqualTo(new Steadiness(false, 0));
    }

    private static List<Integer> found(int forks, int warmups) {
        return IntStream.range(0, SUITES)
                .mapToObj(seed -> {
                    var random = new Random(seed);
                    return CommonWarmup.of(Stream.generate(() -> disturbed(random, warmups))
                                    .limit(forks)
                                    .toList())
                            .from();
                })
                .toList();
    }

    private static double[] disturbed(Random random, int warmups) {
        var series = curve(random, warmups, 100);
        for (var place = 0; place < LENGTH; place++) {
            if (random.nextInt(30) == 0) {
                var longer = 1.1 + 0.4 * random.nextDouble();
                for (var last = place + random.nextInt(8); place <= last && place < LENGTH; place++) {
                    series[place] *= longer;
                }
            }
        }
        return series;
    }

    private static double[] curve(Random random, int warmups, double level) {
        return IntStream.range(0, LENGTH)
                .mapToDouble(place -> (place < warmups ? 1.6 : 1) * level * Math.exp(0.01 * random.nextGaussian()))
                .toArray();
    }
}
