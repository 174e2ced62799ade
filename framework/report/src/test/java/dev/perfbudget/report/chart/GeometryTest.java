package dev.perfbudget.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfbudget.model.Unit;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all pictures are made of. */
class GeometryTest {

    @Test
    void coordinates_have_one_digit_behind_the_point_at_most() {
        assertThat(DoubleStream.of(1, 1.24, 1.25, -0.04, -0.5, 12.96, 1e99).mapToObj(Outline::coordinate))
                .containsExactly("1", "1.2", "1.3", "0", "-0.5", "13", "1000000");
        assertThat(new Outline().dot(1, 2).line(3, 4, 3, 5).box(0, 0, 1, 1)).hasToString("M1 2h0M3 4V5M0 0H1V1H0Z");
    }

    @Test
    void ticks_are_round_and_told_apart_by_their_digits() {
        assertThat(Ticks.multiples(new Range(0.97, 1.04), 5).values())
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b), Double.class)
                .containsExactly(0.98, 1.0, 1.02, 1.04);
        assertThat(Ticks.multiples(new Range(0.97, 1.04), 5).digits()).isEqualTo(3);
        assertThat(Ticks.multiples(new Range(0, 2400), 5).values()).containsExactly(0.0, 1000.0, 2000.0);
        assertThat(Ticks.of(Scale.fitting(new Range(0.2, 5000), 0, 1), 5).values())
                .containsExactly(1.0, 10.0, 100.0, 1000.0);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1e-300, 2e-300", "-5e29, 1e30", "0.999999, 1"})
    void there_are_some_ticks_and_not_too_many(double lower, double upper) {
        assertThat(Ticks.multiples(new Range(lower, upper), 5).values()).hasSizeBetween(2, 6);
    }

    @Test
    void an_axis_prints_all_its_numbers_in_one_unit() {
        var unit = AxisUnit.of(Unit.NANOSECONDS, 1_400_000);

        assertThat(unit.print(unit.convert(1_250_000), 3)).isEqualTo("1.25 ms");
        assertThat(unit.print(unit.convert(800_000), 3)).isEqualTo("0.8 ms");
        assertThat(AxisUnit.of("hits", 3).print(2.5, 3)).isEqualTo("2.5 hits");
    }

    @Test
    void what_lies_beyond_a_scale_is_at_its_end() {
        var scale = Scale.linear(new Range(10, 20), 100, 200);

        assertThat(scale.at(15)).isCloseTo(150, within(1e-9));
        assertThat(scale.at(-1e30)).isEqualTo(100);
        assertThat(scale.at(Double.POSITIVE_INFINITY)).isEqualTo(200);
        assertThat(scale.at(Double.NaN)).isEqualTo(200);
    }

    @Test
    void ratios_are_printed_as_per_cent_with_no_difference_in_the_middle() {
        var scale = RatioScale.of(Zones.ofSlowdown(0.05), DoubleStream.of(1.01), 0, 400);

        assertThat(scale.at(1)).isCloseTo(200, within(1e-9));
        assertThat(scale.ticks().values()).containsExactlyInAnyOrder("−10 %", "−5 %", "same", "+5 %", "+10 %");
        assertThat(RatioScale.of(Zones.ofSlowdown(0.05), DoubleStream.of(30), 0, 400)
                        .ticks()
                        .values())
                .contains("−90 %", "same", "10 times");
    }

    @Test
    void a_long_text_is_cut_in_its_middle_and_cannot_turn_what_follows() {
        assertThat(Lettering.cut("com.acme.shop.JsonBench.parse", 12)).isEqualTo("com.a…parse");
        assertThat(Lettering.cut("short", 12)).isEqualTo("short");
        assertThat(Lettering.cut("ab\n\u0000c", 12)).isEqualTo("ab␊␀c");
        assertThat(Lettering.cut("\ud83d\ude00".repeat(5000), 12).codePoints().count())
                .isLessThan(8);
    }
}
