package dev.perfbudget.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a share moved, of which few cases are known. */
class FisherExactTest {

    @ParameterizedTest
    @CsvSource({
        "2, 10, 8, 10, 0.023014137565",
        "3, 10, 8, 10, 0.069778518695",
        "0, 5, 5, 5, 0.007936507937",
        "1, 12, 9, 12, 0.002759456185",
        "4, 8, 10, 30, 0.433175610445",
        "7, 9, 2, 13, 0.007319770013"
    })
    void p_is_that_of_scipy(int hits, int cases, int otherHits, int otherCases, double expected) {
        assertThat(FisherExact.p(hits, cases, otherHits, otherCases)).isCloseTo(expected, within(1e-11));
    }

    @Test
    void the_lady_who_tastes_tea_may_be_lucky() {
        assertThat(FisherExact.p(3, 4, 1, 4)).as("34 of 70 splits").isCloseTo(34.0 / 70, within(1e-12));
    }

    @Test
    void the_same_share_is_no_surprise() {
        assertThat(FisherExact.p(3, 10, 3, 10)).isOne();
        assertThat(FisherExact.p(0, 10, 0, 10)).isOne();
    }

    @Test
    void it_does_not_matter_which_group_is_first_nor_what_counts_as_a_hit() {
        assertThat(FisherExact.p(8, 10, 2, 12))
                .isCloseTo(FisherExact.p(2, 12, 8, 10), within(1e-14))
                .isCloseTo(FisherExact.p(2, 10, 10, 12), within(1e-14));
    }

    @Test
    void equal_shares_are_told_apart_no_more_often_than_promised() {
        var errors = Coverage.errors(
                20_000,
                3,
                random -> FisherExact.p(
                                (int) random.doubles(12)
                                        .filter(value -> value < 0.4)
                                        .count(),
                                12,
                                (int) random.doubles(12)
                                        .filter(value -> value < 0.4)
                                        .count(),
                                12)
                        < 0.05);
        Coverage.assertAtMost(errors, 20_000, 0.05);
    }

    @Test
    void more_than_there_are_cases_cannot_be_hit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FisherExact.p(1, 3, 4, 3))
                .withMessage("[4] of [3] cases is no count");
    }
}
