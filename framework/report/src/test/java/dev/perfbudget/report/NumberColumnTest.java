package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Unit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumberColumnTest {

    @Test
    void decimal_points_stand_below_each_other() {
        assertThat(printed(3.67e6, 3.7e6, 3e6)).containsExactly("3.67 ms", "3.70 ms", "3.00 ms");
    }

    @Test
    void all_are_in_the_unit_of_the_smallest() {
        assertThat(printed(950e3, 1.2e6)).containsExactly("950 us", "1200 us");
    }

    @Test
    void zeros_that_all_would_end_with_are_left_out() {
        assertThat(printed(60e3, 61e3)).containsExactly("60 us", "61 us");
    }

    @Test
    void a_zero_has_the_unit_of_the_others() {
        assertThat(printed(0, 24.5e3)).containsExactly("0.0 us", "24.5 us");
        assertThat(printed(0, 0)).containsExactly("0 ns", "0 ns");
    }

    @Test
    void what_is_not_known_is_a_dash() {
        var cells = Stream.of(Optional.<Quantity>empty()).toList();

        assertThat(NumberColumn.of(cells).print(Optional.empty())).isEqualTo("-");
    }

    private static Stream<String> printed(double... nanoseconds) {
        var cells = Arrays.stream(nanoseconds)
                .mapToObj(value -> Optional.of(new Quantity(value, Unit.NANOSECONDS)))
                .toList();
        return cells.stream().map(NumberColumn.of(cells)::print);
    }
}
