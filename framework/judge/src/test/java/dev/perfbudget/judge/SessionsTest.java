package dev.perfbudget.judge;

import static dev.perfbudget.judge.Compared.noisy;
import static dev.perfbudget.judge.Compared.side;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Dimension;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.SessionSpread.Origin;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.Verdict.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several sessions a side: forks of one session are no replicates of the build. */
class SessionsTest {

    private static final String BENCHMARK = "com.acme.JsonBench.parse";

    private final Random random = new Random(7);

    @Test
    void sessions_teach_how_far_they_are_apart() {
        var quiet = first(compare(files(10, 1, 0.001), files(1, 1, 0.001)));
        assertThat(quiet.sessionSpread().origin()).isEqualTo(Origin.LEARNED);
        assertThat(quiet.sessionSpread().sd()).isLessThan(0.015);
        assertThat(quiet.sessions().baseline()).isEqualTo(10);
        var loud = first(compare(files(5, 1, 0.08), files(1, 1, 0.08)));
        assertThat(loud.sessionSpread().sd()).isGreaterThan(0.03);
    }

    @Test
    void few_of_them_count_for_less_than_the_default() {
        var two = compare(files(2, 1, 0.001), files(1, 1, 0.001));
        assertThat(first(two).sessionSpread().origin()).isEqualTo(Origin.MOSTLY_ASSUMED);
        assertThat(first(two).sessionSpread().sd()).isBetween(0.027, 0.03);
        assertThat(two.notes().get(0))
                .startsWith(
                        "So few sessions tell little of how far they are apart: with 3 % assumed in advance, a standard"
                                + " deviation of 2.8 % is reckoned with, ");
        assertThat(EvidenceWords.labels(first(two), ChangeWords.of(Dimension.TIME, 0.05))
                        .orElseThrow())
                .contains("so few sessions are reckoned to differ by 2.8 %");
    }

    @Test
    void one_session_a_side_leaves_the_default() {
        var spread = first(compare(files(1, 1, 0.001), files(1, 1, 0.001))).sessionSpread();
        assertThat(spread.origin()).isEqualTo(Origin.ASSUMED);
        assertThat(spread.sd()).isEqualTo(0.03);
    }

    @Test
    void sessions_that_differ_hide_a_slowdown_that_one_session_would_have_shown() {
        var baseline = files(3, 1, 0.04);
        var candidate = files(1, 1.1, 0.04);
        assertThat(kind(new Comparer(ComparisonRules.DEFAULT).compare(baseline, candidate)))
                .isEqualTo(Kind.INCONCLUSIVE);
    }

    @Test
    void sessions_of_a_csv_are_those_of_as_many_files() {
        var sessions = IntStream.range(0, 3).mapToObj(i -> session(1, 0.01)).toList();
        var candidate = files(1, 1, 0.01);
        var inOneFile = List.of(side("one")
                .with(BENCHMARK, "mean", Unit.NANOSECONDS, sessions.toArray(Session[]::new))
                .measurements());
        var inThree = sessions.stream()
                .map(session -> side("one")
                        .with(BENCHMARK, "mean", Unit.NANOSECONDS, session)
                        .measurements())
                .toList();
        assertThat(compare(inOneFile, candidate)).isEqualTo(compare(inThree, candidate));
    }

    @Test
    void files_of_one_side_may_have_other_units() {
        var nanos = side("a").with(BENCHMARK, "mean", Unit.NANOSECONDS, Compared.session(1000, 1010, 990));
        var micros = side("b").with(BENCHMARK, "mean", Unit.MICROSECONDS, Compared.session(1, 1.01, 0.99));
        var suite = compare(List.of(nanos.measurements(), micros.measurements()), List.of(nanos.measurements()));
        assertThat(first(suite).effect().orElseThrow().ratio()).isBetween(0.999999, 1.000001);
        assertThat(first(suite).forks().baseline()).isEqualTo(6);
    }

    /** Files of one session each, whose levels differ by a share. */
    private List<Measurements> files(int count, double level, double share) {
        return IntStream.range(0, count)
                .mapToObj(i -> side("run" + i)
                        .with(BENCHMARK, "mean", Unit.NANOSECONDS, session(level, share))
                        .measurements())
                .toList();
    }

    private Session session(double level, double share) {
        return noisy(random, 100 * level * Math.exp(share * random.nextGaussian()), 5, 0.003, 0.003);
    }

    private static SuiteVerdict compare(List<Measurements> baseline, List<Measurements> candidate) {
        return new Comparer(ComparisonRules.DEFAULT).compare(baseline, candidate);
    }

    private static Comparison first(SuiteVerdict suite) {
        return suite.comparison()
                .orElseThrow()
                .verdicts()
                .get(0)
                .verdict()
                .compared()
                .orElseThrow();
    }

    private static Kind kind(SuiteVerdict suite) {
        return suite.comparison().orElseThrow().verdicts().get(0).verdict().kind();
    }
}
