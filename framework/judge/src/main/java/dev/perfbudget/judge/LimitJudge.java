package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Evidence;
import dev.perfbudget.model.Evidence.Bounds;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Grade;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Limit;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.LimitVerdict.State;
import dev.perfbudget.model.Metric;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Severity;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.Unit;
import dev.perfbudget.statistics.Batches;
import dev.perfbudget.statistics.OneSidedBounds;
import dev.perfbudget.statistics.StudentTBounds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges one limit of a benchmark. Each fork gives one number; one-sided bounds over them decide: held if the bound
 * towards the limit keeps it, broken if the bound away from it does not, else undecided. A single fork has bounds from
 * batches of its iterations, which may break a limit but never certify it.
 */
final class LimitJudge {

    static final double LEVEL = 0.99;

    private final List<Fork> forks;
    private final Optional<Figures> figures;
    private final Environment environment;

    /** @param environment of the run: it tells why something was not recorded */
    LimitJudge(BenchmarkRun benchmark, Environment environment) {
        this.forks = benchmark.forks();
        this.figures = figuresOf(benchmark);
        this.environment = environment;
    }

    /** How numbers are taken from the forks of a benchmark; empty if none finished. */
    static Optional<Figures> figuresOf(BenchmarkRun benchmark) {
        return benchmark.forks().stream()
                .map(Fork::unit)
                .findFirst()
                .flatMap(Unit::parse)
                .map(unit -> new Figures(benchmark.id().mode(), unit, benchmark.threads()));
    }

    LimitVerdict judge(Limit limit) {
        if (forks.isEmpty()) {
            return unmeasured(limit, "no fork finished");
        }
        var numbers = forks.stream()
                .flatMap(fork -> number(limit.metric(), fork).stream())
                .toList();
        if (numbers.isEmpty()) {
            return unmeasured(limit, notRecorded(limit.metric()));
        }
        var unit = numbers.get(0).unit();
        var inUnit = limit.recordedIn(unit);
        if (inUnit.bound().unit().dimension() != unit.dimension()) {
            return unmeasured(limit, "it is recorded in [" + unit.symbol() + "], which the limit is not");
        }
        var converted =
                numbers.stream().map(number -> number.to(inUnit.bound().unit())).toList();
        return exactly(inUnit).orElseGet(() -> overForks(inUnit, converted));
    }

    private Optional<Quantity> number(Metric metric, Fork fork) {
        return number(metric, SteadyIterations.of(fork)).or(() -> ForkResource.of(metric, fork));
    }

    private Optional<Quantity> number(Metric metric, List<Iteration> iterations) {
        return figures.flatMap(present -> present.of(metric, iterations));
    }

    private Optional<LimitVerdict> exactly(Limit limit) {
        if (limit.metric() != StandardMetric.ALLOCATION) {
            return Optional.empty();
        }
        var allocations = forks.stream()
                .flatMap(fork -> figures.flatMap(present -> present.allocation(SteadyIterations.of(fork))).stream())
                .toList();
        return AllocationRule.judge(limit, allocations)
                .map(finding -> verdict(limit, finding.state(), finding.evidence()));
    }

    private LimitVerdict overForks(Limit limit, List<Quantity> numbers) {
        var values = numbers.stream().mapToDouble(Quantity::value).toArray();
        var unit = numbers.get(0).unit();
        var bounds = bounds(values).map(found -> in(unit, found));
        var measured = new Quantity(bounds(values).map(OneSidedBounds::point).orElse(values[0]), unit);
        if (numbers.size() > 1) {
            return bounds.map(over ->
                            verdict(limit, state(limit, over), new Evidence.OverForks(measured, over, numbers.size())))
                    .orElseGet(() -> pointOnly(limit, measured, numbers.size()));
        }
        return overBatches(limit, measured);
    }

    private LimitVerdict overBatches(Limit limit, Quantity measured) {
        var batches = batches(forks.get(0)).stream()
                .flatMap(batch -> number(limit.metric(), batch).stream())
                .mapToDouble(number -> number.in(measured.unit()))
                .toArray();
        return bounds(batches)
                .map(found -> thisJvmOnly(limit, measured, around(measured, found)))
                .orElseGet(() -> pointOnly(limit, measured, 1));
    }

    /** Of all measured iterations if too few are level at the end: then the bounds are the wider for it. */
    private static List<List<Iteration>> batches(Fork only) {
        var ofSteady = Batches.of(SteadyIterations.of(only));
        return ofSteady.isEmpty() ? Batches.of(SteadyIterations.measured(only)) : ofSteady;
    }

    private static LimitVerdict thisJvmOnly(Limit limit, Quantity measured, Bounds bounds) {
        var state = state(limit, bounds) == State.BROKEN ? State.BROKEN : State.UNDECIDED;
        return verdict(limit, state, new Evidence.ThisJvmOnly(measured, bounds));
    }

    private static LimitVerdict pointOnly(Limit limit, Quantity measured, int forks) {
        return verdict(limit, State.UNDECIDED, new Evidence.PointOnly(measured, forks));
    }

    private static State state(Limit limit, Bounds bounds) {
        var fromAbove = limit.comparison().boundsFromAbove();
        if (limit.isKeptBy(fromAbove ? bounds.upper() : bounds.lower())) {
            return State.HELD;
        }
        return limit.isKeptBy(fromAbove ? bounds.lower() : bounds.upper()) ? State.UNDECIDED : State.BROKEN;
    }

    /** On the log scale, unless there is a zero, which counters have. */
    private static Optional<OneSidedBounds> bounds(double[] values) {
        return Arrays.stream(values).allMatch(value -> value > 0)
                ? StudentTBounds.ofGeometricMean(values, LEVEL)
                : StudentTBounds.ofMean(values, LEVEL);
    }

    private static Bounds in(Unit unit, OneSidedBounds bounds) {
        return new Bounds(new Quantity(bounds.lower(), unit), new Quantity(bounds.upper(), unit), bounds.level());
    }

    /** Batches give the width; a quantile of all iterations may lie outside of what those of batches do. */
    private static Bounds around(Quantity measured, OneSidedBounds found) {
        return new Bounds(
                new Quantity(Math.min(found.lower(), measured.value()), measured.unit()),
                new Quantity(Math.max(found.upper(), measured.value()), measured.unit()),
                found.level());
    }

    private static LimitVerdict verdict(Limit limit, State state, Evidence evidence) {
        var use = evidence.value().map(limit::useOf).map(found -> agreeing(found, state));
        return new LimitVerdict(
                limit,
                state,
                evidence,
                use.filter(found -> state == State.BROKEN).map(Severity::ofUse),
                use.map(Grade::ofUse));
    }

    /** A strict limit may be broken by its very value, and one on bytes held by a fraction more: grades follow. */
    private static double agreeing(double use, State state) {
        return switch (state) {
            case HELD -> Math.min(use, 1);
            case BROKEN -> Math.max(use, Math.nextUp(1.0));
            case UNDECIDED, UNMEASURED -> use;
        };
    }

    private static LimitVerdict unmeasured(Limit limit, String reason) {
        return new LimitVerdict(
                limit, State.UNMEASURED, new Evidence.Nothing(reason), Optional.empty(), Optional.empty());
    }

    private String notRecorded(Metric metric) {
        if (ForkResource.isOne(metric)) {
            return ForkResource.whyMissing(environment);
        }
        if (metric instanceof StandardMetric) {
            return "the JVM does not tell";
        }
        return "nothing of that name is recorded, only " + recordedLabels();
    }

    private List<String> recordedLabels() {
        var iterations = forks.stream()
                .flatMap(fork -> SteadyIterations.of(fork).stream())
                .toList();
        var resources = forks.stream().flatMap(fork -> fork.resources().keySet().stream());
        return Stream.concat(Figures.recordedLabels(iterations).stream(), resources)
                .distinct()
                .sorted()
                .toList();
    }
}
