package dev.perfbudget.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "61.27, ms/op, 61.3 ms",
        "999.4, us/op, 999 us",
        "999.6, us/op, 1 ms",
        "0.5, ns/op, 0.5 ns",
        "7200, s/op, 7200 s",
        "0, us/op, 0 us",
        "-2500, ns/op, -2.5 us",
        "12345678, ops/s, 12.3 ops/us",
        "0.5, ops/s, 30 ops/min",
        "1023, B/op, 1020 B",
        "1536, B/op, 1.5 KB",
        "2.345, %, 2.35 %",
        "3, #, 3",
        "1e-5, #, 0.00001"
    })
    void people_read_three_digits_in_the_most_readable_unit(double value, String unit, String printed) {
        var quantity = new Quantity(value, Unit.parse(unit).orElseThrow());
        assertThat(quantity.print()).isEqualTo(printed);
        assertThat(quantity.readable().printAsIs(3)).isEqualTo(printed);
    }

    @Test
    void the_locale_of_the_machine_does_not_matter() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new Quantity(1.5, Unit.SECONDS).print()).isEqualTo("1.5 s");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void every_unit_is_read_as_it_is_printed_and_converts_back(Unit unit) {
        assertThat(Unit.parse(unit.symbol())).contains(unit);
        for (var other : Unit.values()) {
            if (other.dimension() == unit.dimension()) {
                assertThat(other.convert(unit.convert(42, other), unit)).isCloseTo(42, within(1e-9));
            }
        }
    }

    @Test
    void different_things_do_not_convert() {
        assertThatThrownBy(() -> new Quantity(1, Unit.SECONDS).in(Unit.BYTES))
                .hasMessage("Cannot convert from [s/op] to [B/op]");
    }

    @Test
    void a_quantity_is_a_number() {
        assertThatThrownBy(() -> new Quantity(Double.NaN, Unit.SECONDS))
                .hasMessage("A quantity must be finite, not [NaN s/op]");
    }

    @Test
    void direction_comes_from_the_unit() {
        assertThat(Unit.PER_MILLISECOND.dimension().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(Unit.MILLISECONDS.dimension().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
    }
}
