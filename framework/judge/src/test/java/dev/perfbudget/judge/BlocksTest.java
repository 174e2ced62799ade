package dev.perfbudget.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfbudget.model.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The one number that a block gives at each location. */
class BlocksTest {

    private final Random random = new Random(7);

    @Test
    void work_that_others_disturb_in_bursts_is_compared_where_they_did_not() {
        var errors = IntStream.range(0, 200)
                .mapToDouble(block -> difference(disturbed(100), disturbed(105)) - Math.log(1.05))
                .toArray();

        // The median over single pairs has 0.1.
        assertThat(rootMeanSquare(errors)).isLessThan(0.045);
        assertThat(Arrays.stream(errors).average().orElseThrow()).isCloseTo(0, within(0.01));
    }

    @Test
    void a_machine_that_becomes_a_tenth_slower_within_a_block_meets_both_sides_alike() {
        var random = new SplittableRandom(1);
        var errors = IntStream.range(0, 400)
                .mapToDouble(block -> {
                    var baseline = new double[20];
                    var candidate = new double[20];
                    for (var turn = 0; turn < 40; turn += 4) {
                        var first = random.nextBoolean() ? baseline : candidate;
                        var second = first == baseline ? candidate : baseline;
                        first[turn / 2] = 1 + 0.1 * turn / 40;
                        second[turn / 2] = 1 + 0.1 * (turn + 1) / 40;
                        second[turn / 2 + 1] = 1 + 0.1 * (turn + 2) / 40;
                        first[turn / 2 + 1] = 1 + 0.1 * (turn + 3) / 40;
                    }
                    return difference(baseline, candidate);
                })
                .toArray();

        assertThat(Arrays.stream(errors).average().orElseThrow()).isCloseTo(0, within(0.0005));
        assertThat(rootMeanSquare(errors)).isLessThan(0.003);
    }

    @Test
    void few_iterations_are_compared_pair_by_pair() {
        assertThat(difference(new double[] {100, 200, 100}, new double[] {110, 220, 50}))
                .isCloseTo(Math.log(1.1), within(1e-9));
    }

    @Test
    void what_a_longer_warmup_cut_off_on_one_side_has_no_pair() {
        assertThat(difference(new double[] {900, 100, 100, 100}, new double[] {110, 110, 110}))
                .isCloseTo(Math.log(1.1), within(1e-9));
    }

    @Test
    void what_comes_in_bursts_of_one_side_is_seen_by_the_means() {
        var candidate = new double[20];
        Arrays.fill(candidate, 100);
        candidate[4] = 300;
        candidate[14] = 300;
        var baseline = new double[20];
        Arrays.fill(baseline, 100);

        assertThat(at(Location.QUANTILE, baseline, candidate)).isZero();
        assertThat(at(Location.MEAN, baseline, candidate)).isCloseTo(Math.log(1.2), within(1e-9));
    }

    @Test
    void iterations_of_as_many_operations_on_both_sides_are_compared_without_bias() {
        // Operations of 47 and 52 ms: until 50 ms are over it takes one or two, and one; until 74 ms two and two.
        assertThat(meanError(50)).isLessThan(-0.015);
        assertThat(meanError(74)).isCloseTo(0, within(0.002));
    }

    private double meanError(double millis) {
        return IntStream.range(0, 4_000)
                .mapToDouble(block -> difference(iterations(47, millis), iterations(51.7, millis)) - Math.log(1.1))
                .average()
                .orElseThrow();
    }

    /** Each ends with the operation in which its time is over; operations take up to some tenths longer, 10 % on average. */
    private double[] iterations(double operation, double millis) {
        var means = new double[12];
        for (var i = 0; i < means.length; i++) {
            var sum = 0.0;
            var operations = 0;
            while (sum < millis) {
                sum += operation * (1 - 0.1 * Math.log(1 - random.nextDouble()));
                operations++;
            }
            means[i] = sum / operations;
        }
        return means;
    }

    /** A third of the time something else makes iterations up to twice as slow, for three of them or so. */
    private double[] disturbed(double level) {
        var values = new double[20];
        var isBusy = random.nextInt(3) == 0;
        for (var i = 0; i < values.length; i++) {
            isBusy = random.nextInt(3) == 0 ? random.nextInt(3) == 0 : isBusy;
            values[i] = level * (isBusy ? 1 + random.nextDouble() : 1) * Math.exp(0.002 * random.nextGaussian());
        }
        return values;
    }

    private static double rootMeanSquare(double[] errors) {
        return Math.sqrt(
                DoubleStream.of(errors).map(error -> error * error).average().orElseThrow());
    }

    private static double difference(double[] baseline, double[] candidate) {
        return at(Location.QUANTILE, baseline, candidate);
    }

    private static double at(Location location, double[] baseline, double[] candidate) {
        return Blocks.of(new SampleValues(List.of(List.of(baseline))), new SampleValues(List.of(List.of(candidate))))
                .at(location)[0];
    }
}
