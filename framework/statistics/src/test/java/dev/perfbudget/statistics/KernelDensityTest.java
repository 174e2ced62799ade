package dev.perfbudget.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KernelDensityTest {

    private static final double[] VALUES = {1, 2, 3, 4, 10};

    @Test
    void the_bandwidth_is_that_of_silvermans_rule_of_thumb() {
        // Quartiles 2 and 4: 0.9 · (2 / 1.34) · 5^(-1/5), as R's bw.nrd0 has it.
        assertThat(density(VALUES).bandwidth()).isCloseTo(0.973_58, within(1e-5));
    }

    @Test
    void all_of_it_together_is_one() {
        var density = density(VALUES);

        var area = IntStream.range(-1000, 2000)
                .mapToDouble(i -> density.at(i / 100.0) / 100)
                .sum();

        assertThat(area).isCloseTo(1, within(1e-5));
    }

    @Test
    void two_clusters_are_two_peaks() {
        var density = density(new double[] {1, 1.01, 1.02, 2, 2.01, 2.02});

        assertThat(density.at(1.5)).isLessThan(0.01 * density.at(1.01)).isLessThan(0.01 * density.at(2.01));
    }

    @Test
    void it_moves_with_the_values_and_grows_with_them() {
        var density = density(VALUES);

        assertThat(density(new double[] {11, 12, 13, 14, 20}).at(13)).isCloseTo(density.at(3), within(1e-12));
        assertThat(density(new double[] {10, 20, 30, 40, 100}).at(30)).isCloseTo(density.at(3) / 10, within(1e-12));
    }

    @Test
    void few_or_equal_values_have_none() {
        assertThat(KernelDensity.of(new double[] {1, 2})).isEmpty();
        assertThat(KernelDensity.of(new double[] {3, 3, 3, 3})).isEmpty();
    }

    @Test
    void where_half_of_the_values_are_equal_the_deviation_counts_alone() {
        assertThat(density(new double[] {1, 1, 1, 1, 2}).bandwidth())
                .isCloseTo(0.9 * Math.sqrt(0.2) * Math.pow(5, -0.2), within(1e-12));
    }

    private static KernelDensity density(double[] values) {
        return KernelDensity.of(values).orElseThrow();
    }
}
