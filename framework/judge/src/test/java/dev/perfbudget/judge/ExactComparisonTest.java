package dev.perfbudget.judge;

import static dev.perfbudget.judge.Compared.ONE_SESSION;
import static dev.perfbudget.judge.Compared.bytes;
import static dev.perfbudget.judge.Compared.side;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Unit;
import dev.perfbudget.model.Verdict.Kind;
import org.junit.jupiter.api.Test;

/** Allocation beside its baseline: by differences, while the forks of a side agree. */
class ExactComparisonTest {

    @Test
    void a_byte_or_half_a_per_cent_is_tolerated() {
        assertThat(bytes(101, 101)
                        .verdict(bytes(100, 100), ONE_SESSION)
                        .verdict()
                        .kind())
                .isEqualTo(Kind.UNCHANGED);
        assertThat(bytes(102, 102)
                        .verdict(bytes(100, 100), ONE_SESSION)
                        .verdict()
                        .kind())
                .isEqualTo(Kind.REGRESSED);
        assertThat(bytes(100_400, 100_400)
                        .verdict(bytes(100_000, 100_000), ONE_SESSION)
                        .verdict()
                        .kind())
                .isEqualTo(Kind.UNCHANGED);
        assertThat(bytes(900, 900)
                        .verdict(bytes(1000, 1000), ONE_SESSION)
                        .verdict()
                        .kind())
                .isEqualTo(Kind.IMPROVED);
    }

    @Test
    void from_nothing_to_something_is_a_difference_and_no_ratio() {
        var verdict = bytes(16, 16).verdict(bytes(0, 0), ONE_SESSION);
        assertThat(verdict.verdict().kind()).isEqualTo(Kind.REGRESSED);
        assertThat(verdict.verdict().compared().orElseThrow().effect()).isEmpty();
        assertThat(Sentences.change(verdict)).contains("16 B more");
        assertThat(bytes(0, 0).verdict(bytes(0, 0), ONE_SESSION).verdict().kind())
                .isEqualTo(Kind.UNCHANGED);
    }

    @Test
    void scores_are_the_medians_that_are_compared() {
        var verdict = bytes(0.06, 0.07, 0.07).verdict(bytes(0.004, 0.006, 0.016), ONE_SESSION);
        assertThat(verdict.candidate().orElseThrow().point().value()).isEqualTo(0.07);
        assertThat(verdict.baseline().orElseThrow().point().value()).isEqualTo(0.006);
        assertThat(verdict.baseline().orElseThrow().interval()).isEmpty();
        assertThat(Sentences.change(verdict)).contains("0.064 B more");
    }

    @Test
    void a_median_is_told_in_the_unit_that_was_recorded() {
        var verdict = side("bytes").with("allocation", Unit.KILOBYTES, 2, 2).verdict(bytes(1000, 1000), ONE_SESSION);
        assertThat(verdict.candidate().orElseThrow().point().print()).isEqualTo("2 KB");
    }

    @Test
    void one_fork_on_a_side_says_nothing_of_whether_forks_agree() {
        var verdict = bytes(1040).verdict(bytes(1024, 1024), ONE_SESSION);
        assertThat(verdict.verdict().kind()).isEqualTo(Kind.INCONCLUSIVE);
        assertThat(Sentences.reason(verdict)).contains("measure at least 2 a side");
    }

    @Test
    void forks_that_do_not_agree_are_judged_like_noise_with_their_modes() {
        var verdict = bytes(7000, 2680, 2680, 7000).verdict(bytes(2680, 2680, 7000, 7000), ONE_SESSION);
        assertThat(verdict.verdict().kind()).isEqualTo(Kind.INCONCLUSIVE);
        var found = verdict.verdict().compared().orElseThrow();
        assertThat(found.exact()).isEmpty();
        assertThat(found.modes().baseline()).isEqualTo(2);
        assertThat(Sentences.reason(verdict)).contains("2 modes in the baseline");
    }

    @Test
    void forks_that_do_not_agree_and_have_zeros_are_inconclusive() {
        var verdict = bytes(0, 24, 24, 0).verdict(bytes(0, 0), ONE_SESSION);
        assertThat(verdict.verdict().kind()).isEqualTo(Kind.INCONCLUSIVE);
        assertThat(Sentences.reason(verdict))
                .contains("from 0 B to 12 B", "do not agree, and of zero no ratio can be taken", "2 modes");
    }

    @Test
    void kilobytes_are_bytes_and_resident_memory_is_not_exact() {
        var kilobytes = side("b").with("allocation", Unit.KILOBYTES, 2, 2);
        assertThat(kilobytes.verdict(bytes(2048, 2048), ONE_SESSION).verdict().kind())
                .isEqualTo(Kind.UNCHANGED);
        var resident = side("b")
                .with("rss", Unit.BYTES, 2050, 2048)
                .verdict(side("a").with("rss", Unit.BYTES, 2048, 2049), ONE_SESSION);
        assertThat(resident.verdict().compared().orElseThrow().exact()).isEmpty();
    }
}
