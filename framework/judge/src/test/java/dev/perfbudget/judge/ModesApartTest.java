package dev.perfbudget.judge;

import static dev.perfbudget.judge.Compared.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Sides;
import dev.perfbudget.model.TwoModes;
import dev.perfbudget.model.json.VerdictJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether a mode itself moved, or forks between modes, where both sides' forks come in two. */
class ModesApartTest {

    private static final int BLOCKS = 20;
    private static final int SIMULATIONS = 3_000;
    private static final double ALPHA = 0.01;
    private static final double[] EVEN = {770, 1250, 774, 1251, 766, 1243, 770, 1256};
    private static final double[] EVEN_TOO = {1250, 771, 1252, 775, 1246, 765, 1259, 770};
    private static final double[] MOSTLY_SLOWER = {1250, 1251, 771, 1243, 1256, 1249, 1260, 768};

    @Test
    void neither_modes_nor_shares_change_more_often_than_alpha_where_nothing_did() {
        var found = simulated(1, 0.4, 0.4);

        // Modes that are no clear ones in one of the sides say nothing.
        assertThat(found).hasSizeGreaterThan(SIMULATIONS * 9 / 10);
        assertThat(share(found, modes -> excludesOne(modes.lower()))).isBetween(0.003, ALPHA + 0.007);
        assertThat(share(found, modes -> excludesOne(modes.higher()))).isBetween(0.003, ALPHA + 0.007);
        assertThat(share(found, modes -> modes.pShares() < ALPHA)).isLessThan(ALPHA);
    }

    @Test
    void a_slowdown_of_both_modes_is_seen_within_them_and_not_in_the_shares() {
        var found = simulated(1.1, 0.5, 0.5);

        assertThat(share(found, modes -> isSlower(modes.lower()))).isGreaterThan(0.9);
        assertThat(share(found, modes -> isSlower(modes.higher()))).isGreaterThan(0.9);
        assertThat(share(found, modes -> modes.pShares() < ALPHA)).isLessThan(ALPHA);
    }

    @Test
    void forks_that_move_to_the_slower_mode_are_seen_in_the_shares_and_not_within_modes() {
        var found = simulated(1, 0.2, 0.8);

        assertThat(share(found, modes -> modes.pShares() < ALPHA)).isGreaterThan(0.8);
        assertThat(share(found, modes -> excludesOne(modes.lower()))).isLessThan(ALPHA + 0.007);
        assertThat(share(found, modes -> excludesOne(modes.higher()))).isLessThan(ALPHA + 0.007);
        assertThat(found).allSatisfy(modes -> assertThat(modes.lower().ratio()).isBetween(0.9, 1.1));
    }

    @Test
    void the_order_of_blocks_does_not_matter() {
        var candidate = logs(MOSTLY_SLOWER);
        var reversed = IntStream.range(0, candidate.length)
                .mapToDouble(i -> candidate[candidate.length - 1 - i])
                .toArray();

        assertThat(ModesApart.of(logs(EVEN), reversed, ALPHA))
                .isPresent()
                .isEqualTo(ModesApart.of(logs(EVEN), candidate, ALPHA));
    }

    @Test
    void both_are_said_beside_the_verdict_with_how_sure_they_are() {
        var verdict = paired(EVEN, EVEN_TOO);

        assertThat(Sentences.reason(verdict))
                .contains("forks come in 2 modes in the baseline, 2 modes in the candidate: ")
                .contains(" in the faster mode, ")
                .contains(
                        " in the slower one (99.87 % sure each), which 4 of 8 baseline forks and 4 of 8 candidate forks are"
                                + " in, as chance may have it (p = 1)");
    }

    @Test
    void more_forks_in_a_mode_than_chance_explains_are_called_that() {
        var slower = new double[] {1250, 1251, 1252, 1243, 1256, 1249, 1260, 768, 770, 1251, 1250, 1249, 1255, 1247};
        var faster = Arrays.stream(slower).map(time -> 770 * 1250 / time).toArray();

        assertThat(Sentences.reason(paired(faster, slower)))
                .contains("2 of 14 baseline forks and 12 of 14 candidate forks are in, more than chance explains"
                        + " (p = 0.00042)");
    }

    @Test
    void the_json_has_both_modes_and_the_shares() {
        var suite = times(EVEN_TOO).against(times(EVEN), ComparisonRules.PAIRED);

        assertThat(new VerdictJson(Sentences::reason).printLine(suite, Map.of()))
                .containsPattern("\"twoModes\":\\{\"lower\":\\{\"ratio\":[^}]*},\"higher\":\\{\"ratio\":[^}]*},"
                        + "\"inHigher\":\\{\"baseline\":4,\"candidate\":4},\"pShares\":1.0}");
    }

    @Test
    void one_mode_on_a_side_leaves_nothing_to_compare_mode_by_mode() {
        assertThat(twoModes(paired(EVEN, new double[] {770, 771, 769, 772, 768, 770, 771, 773})))
                .isEmpty();
    }

    @Test
    void forks_that_took_no_turns_may_differ_for_other_reasons_than_the_build() {
        assertThat(twoModes(times(EVEN_TOO).verdict(times(EVEN), Compared.ONE_SESSION)))
                .isEmpty();
        assertThat(twoModes(paired(EVEN, EVEN_TOO)))
                .hasValueSatisfying(modes -> assertThat(modes.inHigher()).isEqualTo(new Sides(4, 4)));
    }

    private static SampleVerdict paired(double[] baseline, double[] candidate) {
        return times(candidate).verdict(times(baseline), ComparisonRules.PAIRED);
    }

    private static Optional<TwoModes> twoModes(SampleVerdict verdict) {
        return verdict.verdict().compared().orElseThrow().twoModes();
    }

    /**
     * Two modes 60 % apart, forks of a mode 2 % around it.
     *
     * @param before share of the baseline's forks in the slower mode
     * @param after the same of the candidate's
     */
    private static List<TwoModes> simulated(double ratio, double before, double after) {
        var random = new Random(17);
        return IntStream.range(0, SIMULATIONS)
                .mapToObj(simulation -> ModesApart.of(side(random, 1, before), side(random, ratio, after), ALPHA))
                .flatMap(Optional::stream)
                .toList();
    }

    private static double[] side(Random random, double level, double inSlower) {
        return IntStream.range(0, BLOCKS)
                .mapToDouble(fork ->
                        Math.log(level * (random.nextDouble() < inSlower ? 1.6 : 1)) + 0.02 * random.nextGaussian())
                .toArray();
    }

    private static double share(List<TwoModes> found, Predicate<TwoModes> wanted) {
        return (double) found.stream().filter(wanted).count() / found.size();
    }

    private static boolean isSlower(EffectSize effect) {
        return effect.interval().orElseThrow().lower() > 1;
    }

    private static boolean excludesOne(EffectSize effect) {
        return isSlower(effect) || effect.interval().orElseThrow().upper() < 1;
    }

    private static double[] logs(double... times) {
        return Arrays.stream(times).map(Math::log).toArray();
    }
}
