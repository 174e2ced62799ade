package dev.perfbudget.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkModesTest {

    @Test
    void forks_of_two_jit_modes_are_two_clusters() {
        assertThat(ForkModes.count(logs(0.77, 1.25, 0.78, 0.77, 1.24, 1.25))).isEqualTo(2);
    }

    @Test
    void forks_of_three_modes_are_three_clusters() {
        assertThat(ForkModes.count(logs(1, 2.01, 3, 2, 1.01, 3.01, 1.005, 2.005, 3.005)))
                .isEqualTo(3);
    }

    @Test
    void one_fork_far_off_is_no_mode() {
        assertThat(ForkModes.count(logs(1, 1.01, 1.02, 1.01, 3))).isOne();
    }

    @Test
    void a_gap_below_two_percent_does_not_matter() {
        assertThat(ForkModes.count(logs(1, 1, 1, 1.019, 1.019, 1.019))).isOne();
        assertThat(ForkModes.count(logs(1, 1, 1, 1.021, 1.021, 1.021))).isEqualTo(2);
    }

    @Test
    void few_or_equal_forks_are_one_cluster() {
        assertThat(ForkModes.count(logs())).isOne();
        assertThat(ForkModes.count(logs(1, 1, 2))).isOne();
        assertThat(ForkModes.count(logs(1, 1, 1, 1, 1, 1, 1, 1, 1, 1))).isOne();
    }

    @Test
    void clusters_have_all_values_in_order() {
        assertThat(ForkModes.clusters(new double[] {5, 1.02, 5.01, 1, 5.03, 1.01}))
                .containsExactly(new double[] {1, 1.01, 1.02}, new double[] {5, 5.01, 5.03});
        assertThat(ForkModes.clusters(new double[] {3, 1, 2})).containsExactly(new double[] {1, 2, 3});
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 8, 10, 20, 30})
    void forks_of_one_mode_rarely_look_like_two(int n) {
        var several = Coverage.errors(5_000, n, random -> ForkModes.count(Coverage.normal(n, random, 0, 1)) > 1);
        Coverage.assertAtMost(several, 5_000, 0.015);
    }

    @Test
    void clusters_depend_neither_on_unit_nor_on_order() {
        var random = new Random(5);
        for (var i = 0; i < 200; i++) {
            var logs = Coverage.values(8, random, source -> source.nextGaussian() / 20 + source.nextInt(2));
            var reversed = new double[8];
            for (var k = 0; k < 8; k++) {
                reversed[k] = logs[7 - k] + Math.log(1000);
            }
            assertThat(ForkModes.count(reversed)).isEqualTo(ForkModes.count(logs));
        }
    }

    private static double[] logs(double... times) {
        return Arrays.stream(times).map(Math::log).toArray();
    }
}
