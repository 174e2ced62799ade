package dev.perfbudget.judge.acceptance;

import static dev.perfbudget.judge.acceptance.Suite.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Design;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.InvalidReason;
import dev.perfbudget.model.Location;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.Sides;
import dev.perfbudget.model.SuiteControl;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.Verdict;
import dev.perfbudget.model.Verdict.Kind;
import dev.perfbudget.statistics.AlphaSpending;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a verdict must stand: each trap that comparisons of benchmarks are known to fall into. */
class VerdictAcceptanceTest {

    private static final double NOTHING_CHANGED = 1;
    private static final int ITERATIONS = 10;

    @Test
    void pseudo_replication_two_forks_of_10_000_tight_iterations_4_per_cent_apart_do_not_fail() {
        var random = new Random(1);
        var before = new double[][] {tight(1.00, random), tight(1.004, random)};
        var after = new double[][] {tight(1.04, random), tight(1.044, random)};
        assertThat(Suite.withoutSessions().with(before, after).verdict().kind()).isEqualTo(Kind.INCONCLUSIVE);
        var anySlowdown = ComparisonRules.DEFAULT.withSessionSd(0).withSlowdown(0);
        var apart = new double[][] {tight(0.98, random), tight(1.02, random)};
        var slower = new double[][] {tight(1.02, random), tight(1.06, random)};
        assertThat(new Suite(anySlowdown).with(apart, slower).verdict().kind()).isEqualTo(Kind.INCONCLUSIVE);
    }

    @Test
    void pseudo_replication_one_fork_a_side_never_fails_however_many_iterations_it_has() {
        var random = new Random(15);
        var one = new double[][] {tight(1, random)};
        var suite = Suite.withoutSessions().with(one, new double[][] {tight(1.04, random)});
        assertThat(suite.verdict().kind()).isEqualTo(Kind.INCONCLUSIVE);
    }

    /** Nothing changed but the night: with the default for sessions, and what two or five of them teach beside it. */
    @ParameterizedTest
    @CsvSource({"1, 0", "1, 0.01", "1, 0.03", "1, 0.05", "2, 0.03", "2, 0.05", "5, 0", "5, 0.01", "5, 0.03", "5, 0.05"})
    void sessions_that_differ_are_taken_for_regressions_no_more_often_than_alpha(int stored, double sessionSd) {
        var random = new Random(2);
        var comparisons = 1_000;
        var regressed = 0;
        for (var i = 0; i < comparisons; i++) {
            var verdict = new Suite(ComparisonRules.DEFAULT)
                    .with(sessions(stored, sessionSd, random), sessions(1, sessionSd, random))
                    .verdict();
            regressed += verdict.kind() == Kind.REGRESSED ? 1 : 0;
        }
        assertThat(regressed).isLessThanOrEqualTo(ErrorRates.largestByChance(comparisons));
    }

    /** A gate that a further session weakens would teach people to accept less. */
    @ParameterizedTest
    @CsvSource({"1.2, 3", "1.3, 2", "1.3, 3"})
    void no_accepted_session_lets_less_be_found(double ratio, int apart) {
        var suites = 100;
        var found = new FoundBySessions(ratio, apart).among(suites);
        for (var i = 1; i < found.size(); i++) {
            // The same candidates are judged each time, so chance moves few of a hundred.
            assertThat(found.get(i)).isGreaterThanOrEqualTo(found.get(i - 1) - suites / 50);
        }
        assertThat(found.get(found.size() - 1)).isGreaterThan(found.get(0));
    }

    @Test
    void bursts_are_found_by_the_mean_and_hardly_ever_called_unchanged() {
        var random = new Random(3);
        var comparisons = 1_000;
        var found = 0;
        var missed = 0;
        for (var i = 0; i < comparisons; i++) {
            var after = forks(5, NOTHING_CHANGED, 0.01, random);
            Arrays.stream(after).forEach(fork -> fork[random.nextInt(fork.length)] *= 2);
            var verdict = Suite.withoutSessions()
                    .with(forks(5, NOTHING_CHANGED, 0.01, random), after)
                    .verdict();
            found += isDecidedBy(Location.MEAN, verdict) ? 1 : 0;
            missed += verdict.kind() == Kind.UNCHANGED ? 1 : 0;
        }
        assertThat(found).isGreaterThan(950);
        assertThat(missed).isLessThanOrEqualTo(1);
    }

    /** Blocks are added until the candidate, slower by exactly the threshold, is called regressed, or there are 30. */
    @Test
    void peeking_makes_no_more_errors_than_alpha_where_alpha_is_shared_out_over_the_looks() {
        var spending = AlphaSpending.of(ErrorRates.ALPHA, List.of(5, 8, 12, 20, 30));
        var random = new Random(13);
        var runs = 1_000;
        var wrong = 0;
        var wrongWhenNotSharedOut = 0;
        for (var i = 0; i < runs; i++) {
            var before = forks(30, 1, 0.03, random);
            var after = forks(30, 1.05, 0.03, random);
            var isWrongAtAlpha = isEverRegressed(before, after, spending.looks(), look -> ErrorRates.ALPHA);
            wrongWhenNotSharedOut += isWrongAtAlpha ? 1 : 0;
            wrong += isWrongAtAlpha
                            && isEverRegressed(before, after, spending.looks(), look -> spending.levelAt(look)
                                    .orElseThrow())
                    ? 1
                    : 0;
        }
        assertThat(wrong).isLessThanOrEqualTo(ErrorRates.largestByChance(runs));
        assertThat(wrongWhenNotSharedOut).isGreaterThan(ErrorRates.largestByChance(runs));
    }

    /** All others alike, one ten times as noisy, all slower by exactly the threshold. */
    @ParameterizedTest
    @CsvSource({"1, 1000", "3, 500", "5, 400", "10, 200", "200, 15"})
    void suites_have_no_more_errors_than_alpha_neither_in_their_noisiest_benchmark_nor_in_all(
            int benchmarks, int suites) {
        var random = new Random(4);
        var noisiest = 0;
        var all = 0;
        for (var i = 0; i < suites; i++) {
            var suite = Suite.withoutSessions().with(forks(5, 1, 0.1, random), forks(5, 1.05, 0.1, random));
            for (var other = 1; other < benchmarks; other++) {
                suite.with(forks(5, 1, 0.01, random), forks(5, 1.05, 0.01, random));
            }
            var verdicts = suite.verdicts();
            noisiest += verdicts.get(0).kind() == Kind.REGRESSED ? 1 : 0;
            all += regressed(verdicts);
        }
        assertThat(noisiest).isLessThanOrEqualTo(ErrorRates.largestByChance(suites));
        assertThat(all).isLessThanOrEqualTo(ErrorRates.largestByChance(suites * benchmarks));
    }

    /** With the whole suite's alpha: any of 200 that is called regressed though nothing changed. */
    @ParameterizedTest
    @ValueSource(strings = {"HOLM", "BENJAMINI_HOCHBERG", "PER_BENCHMARK"})
    void of_200_benchmarks_the_2_slowed_are_found_and_no_other(SuiteControl control) {
        var random = new Random(5);
        for (var i = 0; i < 3; i++) {
            var suite = new Suite(ComparisonRules.DEFAULT.withSessionSd(0).withSuite(control));
            for (var benchmark = 0; benchmark < 200; benchmark++) {
                var ratio = benchmark % 100 == 7 ? 1.2 : 1;
                suite.with(forks(5, 1, 0.02, random), forks(5, ratio, 0.02, random));
            }
            var verdicts = suite.verdicts();
            assertThat(IntStream.range(0, 200)
                            .filter(benchmark -> verdicts.get(benchmark).kind() == Kind.REGRESSED))
                    .containsExactly(7, 107);
        }
    }

    /** Both sides of a block take turns, in an order drawn by lot; the other way is one side after the other. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, -0.1})
    void drift_of_10_per_cent_over_a_session_biases_the_paired_ratio_by_less_than_3_per_mille(double drift) {
        var random = new Random(6);
        var sessions = 200;
        var inTurns = IntStream.range(0, sessions)
                .mapToDouble(i -> logRatio(inTurns(drift, 8, random)))
                .average()
                .orElseThrow();
        assertThat(Math.abs(inTurns)).isLessThan(0.003);
        assertThat(Math.abs(logRatio(oneAfterTheOther(drift, 8, random)))).isGreaterThan(0.04);
    }

    @Test
    void drift_over_a_session_leaves_the_paired_verdict_unchanged() {
        var random = new Random(7);
        for (var i = 0; i < 200; i++) {
            assertThat(inTurns(0.1, 8, random).verdict().kind()).isEqualTo(Kind.UNCHANGED);
        }
    }

    @Test
    void underpowered_is_inconclusive_with_the_slowdown_it_could_have_found_and_the_forks_it_needs() {
        var random = new Random(8);
        var suite = Suite.withoutSessions().with(forks(5, 1, 0.04, random), forks(5, 1.08, 0.04, random));
        assertThat(suite.verdict().kind()).isEqualTo(Kind.INCONCLUSIVE);
        assertThat(suite.comparison().detectable().orElseThrow()).isBetween(0.08, 0.4);
        assertThat(suite.comparison().moreForks().orElseThrow()).isPositive();
        assertThat(Sentences.reason(suite.sampleVerdict()))
                .contains("in 80 % of cases", "needs about", "more forks a side");
    }

    /** By the location that decides; the other one may find it as well. */
    @Test
    void the_detectable_slowdown_is_found_in_four_of_five_cases_at_least() {
        var random = new Random(9);
        var detectable = Suite.withoutSessions()
                .with(forks(30, 1, 0.03, random), forks(30, 1, 0.03, random))
                .comparison()
                .detectable()
                .orElseThrow();
        var found = IntStream.range(0, 200)
                .filter(i -> Suite.withoutSessions()
                                .with(forks(30, 1, 0.03, random), forks(30, 1 + detectable, 0.03, random))
                                .verdict()
                                .kind()
                        == Kind.REGRESSED)
                .count();
        assertThat(found).isBetween(140L, 199L);
    }

    @Test
    void one_value_a_side_has_a_ratio_and_no_verdict() {
        var suite = Suite.withoutSessions().with(times(100), times(110));
        assertThat(suite.verdict().kind()).isEqualTo(Kind.INCONCLUSIVE);
        var effect = suite.comparison().effect().orElseThrow();
        assertThat(effect.ratio()).isCloseTo(1.1, within(1e-9));
        assertThat(effect.interval()).isEmpty();
        assertThat(suite.comparison().detectable()).isEmpty();
        assertThat(suite.comparison().moreForks()).isEmpty();
        assertThat(Sentences.reason(suite.sampleVerdict()))
                .isEqualTo("10 % slower (threshold 5 %, 1 against 1 forks, decided by the mean); one fork says nothing"
                        + " of chance: measure at least 2 a side");
    }

    @Test
    void one_value_against_several_borrows_their_variance() {
        var suite = Suite.withoutSessions().with(times(100, 101, 99, 100, 102), times(140));
        assertThat(suite.verdict().kind()).isEqualTo(Kind.REGRESSED);
    }

    @Test
    void zero_variance_leaves_the_decision_to_ranks() {
        var five = Suite.withoutSessions().with(constant(5, 100), constant(5, 110));
        assertThat(five.verdict().kind()).isEqualTo(Kind.REGRESSED);
        assertThat(five.comparison().effect().orElseThrow().interval()).isEmpty();
        var three = Suite.withoutSessions().with(constant(3, 100), constant(3, 110));
        assertThat(three.verdict().kind()).isEqualTo(Kind.INCONCLUSIVE);
        assertThat(Sentences.reason(three.sampleVerdict()))
                .endsWith("every fork of a side has the same value, which says nothing of chance: measure more forks");
        var same = Suite.withoutSessions().with(constant(5, 100), constant(5, 100));
        assertThat(same.verdict().kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(Sentences.reason(same.sampleVerdict())).startsWith("within 5 % (no difference, 5 against 5 forks");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 0, -1})
    void nan_and_whatever_else_is_no_time_is_refused_and_counted(double value) {
        var suite = Suite.withoutSessions().with(times(100, 101), times(100, value, value));
        assertThat(suite.verdict())
                .isInstanceOfSatisfying(Verdict.Invalid.class, invalid -> assertThat(invalid.reason())
                        .isInstanceOfSatisfying(InvalidReason.Unusable.class, unusable -> assertThat(unusable.values())
                                .isEqualTo(2)));
        assertThat(Sentences.reason(suite.sampleVerdict()))
                .startsWith("2 values of the candidate cannot be compared by ratio, such as [");
    }

    @Test
    void unequal_sizes_are_compared_both_of_sides_and_of_forks() {
        var random = new Random(11);
        var before = forks(5, 1, 0.01, random);
        var after = forks(9, 1.3, 0.01, random);
        after[2] = Arrays.copyOf(after[2], 4);
        var suite = Suite.withoutSessions().with(before, after);
        assertThat(suite.verdict().kind()).isEqualTo(Kind.REGRESSED);
        assertThat(suite.comparison().forks()).isEqualTo(new Sides(5, 9));
        assertThat(Sentences.reason(suite.sampleVerdict())).contains("9 against 5 forks");
    }

    @Test
    void bimodal_forks_are_said_to_be_and_give_hardly_any_false_verdict_whatever_the_seed() {
        var verdicts = new ArrayList<Verdict>();
        for (var seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            verdicts.add(Suite.withoutSessions()
                    .with(ForkShape.BIMODAL.forks(10, 1, random), ForkShape.BIMODAL.forks(10, 1, random))
                    .verdict());
        }
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.kind() == Kind.REGRESSED)
                .hasSizeLessThanOrEqualTo(3);
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.compared().orElseThrow().modes().total() > 2)
                .hasSizeGreaterThan(200);
    }

    @Test
    void bimodal_forks_have_the_same_verdict_in_any_order_and_none_is_dropped() {
        var random = new Random(12);
        var before = ForkShape.BIMODAL.forks(8, 1, random);
        var after = ForkShape.BIMODAL.forks(8, 1.1, random);
        var first = Suite.withoutSessions().with(before, after);
        assertThat(first.comparison().forks()).isEqualTo(new Sides(8, 8));
        for (var i = 0; i < 20; i++) {
            Collections.shuffle(Arrays.asList(before), random);
            Collections.shuffle(Arrays.asList(after), random);
            var shuffled = Suite.withoutSessions().with(before, after);
            assertThat(shuffled.verdict().kind()).isEqualTo(first.verdict().kind());
            assertThat(shuffled.comparison().effect().orElseThrow().ratio())
                    .isCloseTo(first.comparison().effect().orElseThrow().ratio(), within(1e-12));
        }
    }

    @Test
    void sixteen_more_bytes_an_operation_are_found_with_2_forks() {
        var suite = Suite.withoutSessions().with(allocation(1024, 1024), allocation(1040, 1040));
        assertThat(suite.verdict().kind()).isEqualTo(Kind.REGRESSED);
        assertThat(suite.comparison().decidedBy()).isEqualTo(Location.EXACT);
        assertThat(suite.comparison().exact().orElseThrow().difference().value())
                .isEqualTo(16);
        assertThat(Sentences.reason(suite.sampleVerdict()))
                .isEqualTo("16 B more (from 1024 B to 1040 B, up to 5.1 B is tolerated, 2 against 2 forks that agree)");
    }

    @Test
    void parts_of_a_byte_are_no_difference() {
        var suite = Suite.withoutSessions().with(allocation(1024.01, 1023.99), allocation(1024.5, 1024.4));
        assertThat(suite.verdict().kind()).isEqualTo(Kind.UNCHANGED);
    }

    private static Sample allocation(double... forks) {
        return new Sample(
                new SampleId("org.example.Bench.allocates", Map.of(), "allocation"),
                Optional.of(BenchmarkMode.AVERAGE_TIME),
                Unit.BYTES,
                Optional.empty(),
                List.of(new Session(Arrays.stream(forks)
                        .mapToObj(bytes -> new ForkSample(List.of(bytes), true))
                        .toList())));
    }

    private static boolean isEverRegressed(
            double[][] before, double[][] after, List<Integer> looks, IntToDoubleFunction level) {
        return looks.stream()
                .anyMatch(look -> new Suite(ComparisonRules.DEFAULT
                                        .withDesign(Design.PAIRED)
                                        .withAlpha(level.applyAsDouble(look)))
                                .with(Arrays.copyOf(before, look), Arrays.copyOf(after, look))
                                .verdict()
                                .kind()
                        == Kind.REGRESSED);
    }

    private static int regressed(List<Verdict> verdicts) {
        return Math.toIntExact(verdicts.stream()
                .filter(verdict -> verdict.kind() == Kind.REGRESSED)
                .count());
    }

    private static boolean isDecidedBy(Location location, Verdict verdict) {
        return verdict.kind() == Kind.REGRESSED
                && verdict.compared().orElseThrow().decidedBy() == location;
    }

    private static double logRatio(Suite suite) {
        return Math.log(suite.comparison().effect().orElseThrow().ratio());
    }

    private static Suite inTurns(double drift, int blocks, Random random) {
        var turns = 2.0 * blocks * ITERATIONS;
        var before = new double[blocks][ITERATIONS];
        var after = new double[blocks][ITERATIONS];
        for (var block = 0; block < blocks; block++) {
            for (var i = 0; i < ITERATIONS; i++) {
                var candidateFirst = random.nextBoolean() ? 1 : 0;
                var turn = 2.0 * (block * ITERATIONS + i);
                before[block][i] = at((turn + candidateFirst) / turns, drift, random);
                after[block][i] = at((turn + 1 - candidateFirst) / turns, drift, random);
            }
        }
        return paired(before, after);
    }

    private static Suite oneAfterTheOther(double drift, int blocks, Random random) {
        var turns = 2.0 * blocks * ITERATIONS;
        var before = new double[blocks][ITERATIONS];
        var after = new double[blocks][ITERATIONS];
        for (var block = 0; block < blocks; block++) {
            for (var i = 0; i < ITERATIONS; i++) {
                var turn = block * ITERATIONS + i;
                before[block][i] = at(turn / turns, drift, random);
                after[block][i] = at(turn / turns + 0.5, drift, random);
            }
        }
        return paired(before, after);
    }

    private static Suite paired(double[][] before, double[][] after) {
        return new Suite(ComparisonRules.DEFAULT.withDesign(Design.PAIRED)).with(before, after);
    }

    private static double at(double time, double drift, Random random) {
        return (1 + drift * time) * (1 + 0.01 * random.nextGaussian());
    }

    private static List<double[][]> sessions(int count, double sessionSd, Random random) {
        return IntStream.range(0, count)
                .mapToObj(session -> forks(5, Math.exp(sessionSd * random.nextGaussian()), 0.02, random))
                .toList();
    }

    /** Log-normal forks, whose iterations vary by 1 %. */
    private static double[][] forks(int count, double ratio, double sd, Random random) {
        var forks = new double[count][ITERATIONS];
        for (var fork : forks) {
            var level = ratio * Math.exp(sd * random.nextGaussian());
            Arrays.setAll(fork, i -> level * (1 + 0.01 * random.nextDouble()));
        }
        return forks;
    }

    private static double[][] constant(int forks, double value) {
        var all = new double[forks][ITERATIONS];
        Arrays.stream(all).forEach(fork -> Arrays.fill(fork, value));
        return all;
    }

    private static double[] tight(double level, Random random) {
        return random.doubles(10_000).map(noise -> level * (1 + 0.002 * noise)).toArray();
    }
}
