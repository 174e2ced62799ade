package dev.perfbudget.judge;

import static dev.perfbudget.judge.Compared.ONE_SESSION;
import static dev.perfbudget.judge.Compared.fork;
import static dev.perfbudget.judge.Compared.noisySide;
import static dev.perfbudget.judge.Compared.side;
import static dev.perfbudget.judge.Compared.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Location;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.Verdict.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One benchmark beside its baseline: the decision by two locations of forks. */
class ComparisonTest {

    private static final double LITTLE_NOISE = 0.01;

    private final Random random = new Random(20261121);

    @Test
    void a_slowdown_beyond_the_threshold_is_a_regression() {
        var verdict = compare(1.10, 5, LITTLE_NOISE);
        assertThat(verdict.verdict().kind()).isEqualTo(Kind.REGRESSED);
        var effect = effect(verdict);
        assertThat(effect.ratio()).isCloseTo(1.10, within(0.03));
        assertThat(effect.interval().orElseThrow().lower()).isGreaterThan(1.05);
        assertThat(effect.interval().orElseThrow().level()).isEqualTo(0.98);
    }

    @Test
    void a_small_slowdown_is_within_the_threshold_and_never_called_the_same() {
        var verdict = compare(1.02, 10, 0.005);
        assertThat(verdict.verdict().kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(Sentences.reason(verdict))
                .startsWith("within 5 % (")
                .contains("% slower")
                .doesNotContain("~");
    }

    @Test
    void a_speedup_beyond_the_threshold_is_an_improvement() {
        var verdict = compare(0.85, 5, LITTLE_NOISE);
        assertThat(verdict.verdict().kind()).isEqualTo(Kind.IMPROVED);
        assertThat(effect(verdict).interval().orElseThrow().upper()).isLessThan(1 / 1.05);
    }

    @Test
    void noise_that_only_adds_leaves_the_decision_to_the_low_quantile() {
        var baseline = side("a").with("B.b", "mean", Unit.NANOSECONDS, additive(100, 5));
        var candidate = side("b").with("B.b", "mean", Unit.NANOSECONDS, additive(112, 5));
        var verdict = candidate.verdict(baseline, ONE_SESSION);
        assertThat(verdict.verdict().kind()).isEqualTo(Kind.REGRESSED);
        assertThat(comparison(verdict).decidedBy()).isEqualTo(Location.QUANTILE);
        assertThat(comparison(verdict)
                        .quantile()
                        .orElseThrow()
                        .interval()
                        .orElseThrow()
                        .lower())
                .isGreaterThan(1.05);
        assertThat(comparison(verdict)
                        .mean()
                        .orElseThrow()
                        .interval()
                        .orElseThrow()
                        .lower())
                .isLessThan(1.05);
    }

    @Test
    void two_modes_are_named_and_no_fork_is_dropped() {
        var baseline = times(770, 1250, 771, 1251, 769, 1249, 770, 1250, 772, 1248);
        var candidate = times(1250, 770, 1251, 772, 1249, 771, 1250, 769, 1252, 768);
        var verdict = candidate.verdict(baseline, ONE_SESSION);
        assertThat(verdict.verdict().kind()).isEqualTo(Kind.INCONCLUSIVE);
        assertThat(comparison(verdict).modes().baseline()).isEqualTo(2);
        assertThat(comparison(verdict).forks().total()).isEqualTo(20);
        assertThat(Sentences.reason(verdict))
                .contains("forks come in 2 modes in the baseline, 2 modes in the candidate");
    }

    @Test
    void forks_that_are_not_steady_count_and_are_labelled() {
        var unsteady =
                new Session(List.of(new ForkSample(List.of(100.0, 101.0), false), fork(100, 101), fork(99, 100)));
        var verdict = side("b")
                .with("B.b", "mean", Unit.NANOSECONDS, unsteady)
                .verdict(side("a").with("B.b", "mean", Unit.NANOSECONDS, unsteady), ONE_SESSION);
        assertThat(comparison(verdict).forks().candidate()).isEqualTo(3);
        assertThat(Sentences.reason(verdict))
                .contains("1 of 3 baseline forks not steady; 1 of 3 candidate forks not steady");
    }

    @Test
    void rates_are_inverted_so_that_worse_is_larger_whatever_the_unit() {
        var slower = side("b")
                .with("throughput", Unit.PER_SECOND, 800, 801, 799, 800, 802)
                .verdict(side("a").with("throughput", Unit.PER_MILLISECOND, 1, 1.001, 0.999, 1, 1.002), ONE_SESSION);
        assertThat(slower.verdict().kind()).isEqualTo(Kind.REGRESSED);
        assertThat(effect(slower).ratio()).isCloseTo(1.25, within(0.005));
        assertThat(Sentences.change(slower).orElseThrow()).endsWith("slower");
        assertThat(slower.candidate().orElseThrow().point().unit()).isEqualTo(Unit.PER_SECOND);
    }

    @Test
    void huge_and_tiny_magnitudes_are_compared_like_any_other() {
        for (var scale : new double[] {1e-300, 1e-9, 1e12, 1e300}) {
            var verdict = times(scale * 1.2, scale * 1.21, scale * 1.19)
                    .verdict(times(scale, scale * 1.01, scale * 0.99), ONE_SESSION);
            assertThat(verdict.verdict().kind()).isEqualTo(Kind.REGRESSED);
        }
    }

    @Test
    void every_verdict_carries_the_numbers_behind_it() {
        var found = comparison(compare(1.10, 5, LITTLE_NOISE));
        assertThat(found.significance().parametric().orElseThrow()).isLessThan(0.005);
        assertThat(found.significance().rank().orElseThrow()).isCloseTo(1 / 252.0, within(1e-12));
        assertThat(found.strength().cohensD().orElseThrow()).isGreaterThan(1);
        assertThat(found.strength().cliffsDelta().orElseThrow()).isEqualTo(1);
        var noise = found.noise().orElseThrow();
        assertThat(noise.within() + noise.between()).isCloseTo(1, within(1e-9));
        assertThat(noise.session()).isEmpty();
        assertThat(found.detectable().orElseThrow()).isGreaterThan(0.05);
        assertThat(found.moreForks()).isEmpty();
    }

    @Test
    void scaling_both_sides_changes_nothing_but_the_scores() {
        var baseline = new double[] {100, 103, 98, 101, 99};
        var candidate = new double[] {108, 111, 109, 107, 112};
        var plain = comparison(times(candidate).verdict(times(baseline), ONE_SESSION));
        var scaled = comparison(times(
                        Arrays.stream(candidate).map(x -> x * 1024).toArray())
                .verdict(times(Arrays.stream(baseline).map(x -> x * 1024).toArray()), ONE_SESSION));
        assertThat(scaled.effect().orElseThrow().ratio())
                .isCloseTo(plain.effect().orElseThrow().ratio(), within(1e-12));
        assertThat(scaled.significance().parametric().orElseThrow())
                .isCloseTo(plain.significance().parametric().orElseThrow(), within(1e-9));
    }

    @Test
    void a_rounded_bound_never_looks_like_the_threshold_that_it_is_not() {
        var words = new ChangeWords("slower", "faster", 0.05);
        assertThat(words.ofRatio(1.04996)).isEqualTo("4.996 % slower");
        assertThat(words.ofRatio(1.05)).isEqualTo("5 % slower");
        assertThat(words.ofRatio(0.5)).isEqualTo("50 % faster");
        assertThat(words.ofRatio(25)).isEqualTo("25 times as slow");
        assertThat(words.ofRatio(1)).isEqualTo("no difference");
    }

    @Test
    void a_ratio_that_is_past_imagining_has_no_digits() {
        var words = new ChangeWords("slower", "faster", 0.05);
        assertThat(words.ofRatio(999.6)).isEqualTo("1000 times as slow");
        assertThat(words.ofRatio(16761492431338730000.0)).isEqualTo("more than 1000 times as slow");
        assertThat(words.of(new ConfidenceInterval(20, 5000, 0.98)))
                .isEqualTo("20 times as slow to more than 1000 times as slow");
        assertThat(words.of(new ConfidenceInterval(2000, 5000, 0.98))).isEqualTo("more than 1000 times as slow");
        assertThat(new ChangeWords("more", "less", 0.05).ofRatio(1e9)).isEqualTo("more than 1000 times as much");
    }

    private SampleVerdict compare(double ratio, int forks, double between) {
        var rules = ONE_SESSION;
        return noisySide(random, 100 * ratio, forks, between).verdict(noisySide(random, 100, forks, between), rules);
    }

    /** A floor, and of every fork another amount of disturbance on top of most of its slices. */
    private Session additive(double floor, int forks) {
        return new Session(IntStream.range(0, forks)
                .mapToObj(fork -> 40 * random.nextDouble())
                .map(disturbance -> fork(IntStream.range(0, 20)
                        .mapToDouble(i -> floor * Math.exp(0.002 * random.nextGaussian())
                                + (i % 4 == 0 ? 0 : disturbance * random.nextDouble()))
                        .toArray()))
                .toList());
    }

    private static Comparison comparison(SampleVerdict verdict) {
        return verdict.verdict().compared().orElseThrow();
    }

    private static EffectSize effect(SampleVerdict verdict) {
        return comparison(verdict).effect().orElseThrow();
    }
}
