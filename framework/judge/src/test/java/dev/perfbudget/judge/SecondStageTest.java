package dev.perfbudget.judge;

import static dev.perfbudget.judge.Compared.ONE_SESSION;
import static dev.perfbudget.judge.Compared.session;
import static dev.perfbudget.judge.Compared.side;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.Verdict.Kind;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two stages: the first suspects, the second decides on fresh forks. */
class SecondStageTest {

    private static final ComparisonRules LAX = ONE_SESSION.withAlpha(0.1);
    private static final ComparisonRules STRICT = ONE_SESSION.withAlpha(0.05);

    private final Random random = new Random(11);

    @Test
    void suites_just_at_the_threshold_fail_no_more_often_than_alpha_whatever_the_first_stage_suspects() {
        var suites = 300;
        var suspected = 0;
        var failed = 0;
        for (var suite = 0; suite < suites; suite++) {
            var first = suite(i -> true, 20, 1.05).against(suite(i -> true, 20, 1), LAX);
            var stage = new SecondStage(first, STRICT);
            var suspects = suspects(stage);
            var verdict = stage.confirm(
                    List.of(suite(suspects, 20, 1).measurements()),
                    List.of(suite(suspects, 20, 1.05).measurements()));
            suspected += stage.suspects().isEmpty() ? 0 : 1;
            failed += verdict.outcome() == Outcome.FAILED ? 1 : 0;
        }
        assertThat(suspected).isGreaterThan(suites / 2);
        // 5 % of 300 are 15; 99.9 % of binomial counts are at most 28.
        assertThat(failed).isBetween(1, 28);
    }

    @Test
    void what_is_really_slower_is_confirmed_with_the_interval_of_the_second_stage() {
        var slowed = (IntPredicate) i -> i < 2;
        var baseline = suite(i -> true, 20, 1);
        var candidate = suite(slowed, 20, 1.2);
        suite(i -> i >= 2, 20, 1)
                .measurements()
                .samples()
                .forEach(sample -> candidate.with(
                        sample.id().benchmark(),
                        "mean",
                        Unit.NANOSECONDS,
                        sample.sessions().get(0)));
        var first = candidate.against(baseline, LAX);
        var stage = new SecondStage(first, STRICT);
        var suspects = suspects(stage);
        assertThat(stage.suspects())
                .extracting(verdict -> verdict.id().benchmark())
                .contains("B.b0", "B.b1");
        var fresh = suite(suspects, 20, 1.2);
        var verdict = stage.confirm(List.of(suite(suspects, 20, 1).measurements()), List.of(fresh.measurements()));
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        var confirmed = verdict(verdict, "B.b0");
        assertThat(confirmed.verdict().kind()).isEqualTo(Kind.REGRESSED);
        assertThat(confirmed.verdict().compared().orElseThrow().alpha())
                .isEqualTo(0.05 / stage.suspects().size());
        assertThat(confirmed).isNotEqualTo(verdict(first, "B.b0"));
        assertThat(verdict.comparison().orElseThrow().verdicts()).hasSize(20);
    }

    @Test
    void without_a_suspect_the_first_stage_stands() {
        var first = suite(i -> true, 3, 1).against(suite(i -> true, 3, 1), ONE_SESSION);
        assertThat(new SecondStage(first, STRICT).confirm(List.of(), List.of())).isEqualTo(first);
    }

    @Test
    void a_suspect_that_was_not_measured_again_still_fails() {
        var first = suite(i -> true, 1, 1.5).against(suite(i -> true, 1, 1), ONE_SESSION);
        assertThat(new SecondStage(first, STRICT).confirm(List.of(), List.of()).outcome())
                .isEqualTo(Outcome.FAILED);
    }

    private static IntPredicate suspects(SecondStage stage) {
        var names = stage.suspects().stream()
                .map(verdict -> verdict.id().benchmark())
                .toList();
        return i -> names.contains("B.b" + i);
    }

    private Compared suite(IntPredicate measured, int benchmarks, double ratio) {
        var side = side("suite");
        IntStream.range(0, benchmarks)
                .filter(measured)
                .forEach(i -> side.with(
                        "B.b" + i,
                        "mean",
                        Unit.NANOSECONDS,
                        session(IntStream.range(0, 5)
                                .mapToDouble(fork -> 100 * ratio * Math.exp(0.02 * random.nextGaussian()))
                                .toArray())));
        return side;
    }

    private static SampleVerdict verdict(SuiteVerdict suite, String benchmark) {
        return suite.comparison().orElseThrow().verdicts().stream()
                .filter(verdict -> verdict.id().benchmark().equals(benchmark))
                .findFirst()
                .orElseThrow();
    }
}
