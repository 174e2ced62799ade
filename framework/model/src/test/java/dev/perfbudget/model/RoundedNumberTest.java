package dev.perfbudget.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 3, 0",
        "-0.0, 3, 0",
        "1, 3, 1",
        "1.5, 1, 2",
        "1.005, 3, 1",
        "2.675, 3, 2.67",
        "1.125, 3, 1.13",
        "999.95, 4, 1000",
        "999.949, 4, 999.9",
        "9.9999, 2, 10",
        "182449, 4, 182400",
        "-1.25, 2, -1.3",
        "0.012345, 3, 0.0123",
        "1e-12, 2, 0.000000000001",
        "1e20, 3, 100000000000000000000",
        "12345.678, 7, 12345.68",
        "12345.678, 8, 12345.678"
    })
    void is_rounded_to_significant_digits_and_stripped(double value, int digits, String printed) {
        assertThat(RoundedNumber.print(value, digits)).isEqualTo(printed);
    }

    /** Decimals that end in 5 are a little above or below the half as doubles: their exact value decides. */
    @Test
    void is_what_arithmetic_of_any_precision_says_also_next_to_halves() {
        var random = new Random(20261130);
        for (var i = 0; i < 200_000; i++) {
            var digits = random.nextInt(1, 9);
            var half = (random.nextInt(1, 100_000) + 0.5) / Math.pow(10, random.nextInt(0, 7));
            var wide = Math.exp(random.nextDouble(-20, 30));
            DoubleStream.of(half, Math.nextUp(half), Math.nextDown(half), wide, -wide)
                    .forEach(value -> assertThat(RoundedNumber.print(value, digits))
                            .as("%s with %d digits", value, digits)
                            .isEqualTo(exact(value, digits)));
        }
    }

    private static String exact(double value, int digits) {
        return new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }
}
