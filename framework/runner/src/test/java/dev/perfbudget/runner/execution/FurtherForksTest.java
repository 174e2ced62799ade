package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.Design;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.Evidence;
import dev.perfbudget.model.Limit;
import dev.perfbudget.model.LimitOperator;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.LimitVerdict.State;
import dev.perfbudget.model.Location;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SessionSpread;
import dev.perfbudget.model.Sides;
import dev.perfbudget.model.Significance;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.Strength;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.Verdict;
import dev.perfbudget.statistics.Steadiness;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FurtherForksTest {

    private final RunNotes notes = new RunNotes();
    private final MeasuredBenchmark parse = measured("parse");
    private final MeasuredBenchmark print = measured("print");

    @Test
    void what_is_undecided_gets_as_many_forks_again_and_what_is_decided_gets_none() throws IOException {
        extend(List.of(verdict(parse, State.UNDECIDED), verdict(print, State.HELD)));

        assertThat(parse.forks()).hasSize(4);
        assertThat(parse.plannedForks()).isEqualTo(4);
        assertThat(print.forks()).hasSize(2);
        assertThat(notes.lines())
                .singleElement()
                .asString()
                .contains("JsonBench.parse")
                .doesNotContain("print");
    }

    @Test
    void where_everything_is_decided_nothing_happens() throws IOException {
        extend(List.of(verdict(parse, State.BROKEN), verdict(print, State.HELD)));

        assertThat(parse.forks()).hasSize(2);
        assertThat(notes.lines()).isEmpty();
    }

    @Test
    void what_no_number_of_forks_would_decide_gets_none_and_that_is_said() throws IOException {
        extend(List.of(inconclusive(parse, OptionalInt.empty()), inconclusive(print, OptionalInt.of(3))));

        assertThat(parse.forks()).hasSize(2);
        assertThat(print.forks()).hasSize(4);
        assertThat(notes.lines())
                .containsExactly(
                        "Undecided, and not measured with more forks, which would not decide it (more accepted sessions"
                                + " of the baseline's code may): JsonBench.parse",
                        "Undecided after the planned forks, so measured with as many again: JsonBench.print");
    }

    @Test
    void an_undecided_limit_gets_forks_whatever_sessions_hide() throws IOException {
        var hidden = inconclusive(parse, OptionalInt.empty());
        var limits = verdict(parse, State.UNDECIDED).limits();
        extend(List.of(new BenchmarkVerdict(
                hidden.id(),
                hidden.module(),
                hidden.outcome(),
                hidden.comparison(),
                hidden.score(),
                limits,
                hidden.samples(),
                List.of(),
                2,
                List.of())));

        assertThat(parse.forks()).hasSize(4);
    }

    private static BenchmarkVerdict inconclusive(MeasuredBenchmark benchmark, OptionalInt moreForks) {
        var effect = new EffectSize(1.05, Optional.of(new ConfidenceInterval(0.98, 1.12, 0.99)));
        var none = new Sides(0, 0);
        var comparison = new Comparison(
                Location.MEAN,
                Design.STORED,
                Optional.of(effect),
                Optional.of(effect),
                Optional.of(effect),
                Optional.empty(),
                0.05,
                0.01,
                new Sides(2, 2),
                new Sides(1, 1),
                new SessionSpread(0.03, SessionSpread.Origin.ASSUMED),
                none,
                new Sides(1, 1),
                Optional.empty(),
                new Significance(OptionalDouble.empty(), OptionalDouble.empty()),
                new Strength(OptionalDouble.empty(), OptionalDouble.empty()),
                OptionalDouble.empty(),
                Optional.empty(),
                moreForks);
        var verdict = new Verdict.Inconclusive(comparison);
        var sample = new SampleVerdict(
                new SampleId(benchmark.id().name(), Map.of(), "mean"),
                Optional.of(benchmark.id().mode()),
                Unit.NANOSECONDS,
                Optional.empty(),
                Optional.empty(),
                verdict,
                Outcome.PASSED,
                Optional.empty());
        return new BenchmarkVerdict(
                benchmark.id(),
                "/work",
                Outcome.PASSED,
                verdict,
                Optional.empty(),
                List.of(),
                List.of(sample),
                List.of(),
                2,
                List.of());
    }

    private void extend(List<BenchmarkVerdict> verdicts) throws IOException {
        var rounds = new Rounds(
                fork -> Forks.completed(fork.benchmark()),
                (benchmark, completed) ->
                        Forks.of(benchmark.id(), benchmark.forks().size(), new Steadiness(true, 2)),
                message -> {},
                new WallCap(Duration.ofMinutes(10), () -> 0),
                () -> false);
        var suite = new SuiteVerdict(Outcome.PASSED, Policy.EXTEND, verdicts, List.of());
        new FurtherForks(rounds, message -> {}, notes).extend(List.of(parse, print), suite);
    }

    private static BenchmarkVerdict verdict(MeasuredBenchmark benchmark, State state) {
        var limit = new Limit(
                StandardMetric.MEAN, LimitOperator.AT_MOST, new Quantity(120, Unit.MICROSECONDS), "120 us", "test");
        var verdict = new LimitVerdict(
                limit, state, new Evidence.Nothing("not looked at"), Optional.empty(), Optional.empty());
        return new BenchmarkVerdict(
                benchmark.id(),
                "/work",
                Outcome.PASSED,
                new Verdict.NoBaseline(),
                Optional.empty(),
                List.of(verdict),
                List.of(),
                List.of(),
                2,
                List.of());
    }

    private static MeasuredBenchmark measured(String method) {
        var iterations = new Iterations(20, 10, Duration.ofMillis(100));
        var effort = new ForkEffort(2, 0, Optional.of(iterations));
        var benchmark = new MeasuredBenchmark(1, Forks.planned(method, 5, 0), effort, Duration.ofSeconds(60));
        benchmark.add(Forks.of(new Steadiness(true, 2)), 1, Duration.ofSeconds(1));
        benchmark.add(Forks.of(new Steadiness(true, 2)), 1, Duration.ofSeconds(1));
        return benchmark;
    }
}
