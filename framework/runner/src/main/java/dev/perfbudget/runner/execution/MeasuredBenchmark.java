package dev.perfbudget.runner.execution;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Budget;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Side;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.protocol.ToHost;
import dev.perfbudget.runner.host.ForkOutcome;
import dev.perfbudget.runner.recording.BenchmarkIds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One benchmark of the plan with what has been measured of it so far. */
final class MeasuredBenchmark {

    private final int number;
    private final PlannedBenchmark planned;
    private final BenchmarkId id;
    private ForkEffort effort;
    private final Duration timeout;
    private final LearnedWarmup warmup;
    private final List<Fork> forks = new ArrayList<>();
    private final List<ForkFailure> failures = new ArrayList<>();
    private OptionalInt threads = OptionalInt.empty();
    private int plannedForks;
    private int confirmationForks;
    private int attempts;
    private int warmups;
    private Duration slowestPace = Duration.ZERO;

    /**
     * @param number in the run, from 1
     * @param timeout time beyond an iteration's own after which JMH interrupts it
     */
    MeasuredBenchmark(int number, PlannedBenchmark planned, ForkEffort effort, Duration timeout) {
        this.number = number;
        this.planned = planned;
        this.id = BenchmarkIds.of(planned.key());
        this.effort = effort;
        this.timeout = timeout;
        this.warmup = new LearnedWarmup(effort.ours().map(Iterations::warmups).orElse(0));
        this.plannedForks = effort.forks();
        this.warmups = warmup.iterations();
    }

    int number() {
        return number;
    }

    BenchmarkId id() {
        return id;
    }

    BenchmarkKey key() {
        return planned.key();
    }

    PlannedBenchmark planned() {
        return planned;
    }

    ForkEffort effort() {
        return effort;
    }

    List<Fork> forks() {
        return List.copyOf(forks);
    }

    int plannedForks() {
        return plannedForks;
    }

    /** Whether it needs another fork: after a failure it is decided, and time is better spent on others. */
    boolean isOpen() {
        return failures.isEmpty() && forks.size() < plannedForks;
    }

    boolean isUntouched() {
        return attempts == 0 && failures.isEmpty();
    }

    /** Whether the forks that JMH throws away are still to come. */
    boolean needsWarmupFork() {
        return attempts < effort.warmupForks();
    }

    ToHost.RunFork nextFork() {
        attempts++;
        warmups = warmup.iterations();
        return new ToHost.RunFork(number + "." + attempts, key(), effort.command(warmups, timeout));
    }

    /** About how long a fork takes, before there is any; unknown where everything is as annotated. */
    Optional<Duration> expectedBeforehand() {
        return slowestPace.isZero()
                ? effort.expected(warmup.iterations())
                : Optional.of(effort.expected(slowestPace, warmup.iterations()));
    }

    /** Its iterations last so long, as far as is known before there is a fork. */
    void expectPace(Duration iteration) {
        slowestPace = iteration;
    }

    /** How long the next fork is expected to take with the iterations that it will have; nothing before the first. */
    Duration expected() {
        return forks.isEmpty() ? Duration.ZERO : effort.expected(slowestPace, warmup.iterations());
    }

    /**
     * Adds the fork that was asked for last.
     *
     * @param threads as JMH counted them
     */
    void add(Fork fork, int threads, Duration took) {
        this.threads = OptionalInt.of(threads);
        forks.add(fork);
        warmup.learn(Side.CANDIDATE, fork);
        var pace = effort.pace(took, warmups);
        slowestPace = slowestPace.compareTo(pace) < 0 ? pace : slowestPace;
    }

    ForkFailure fail(ForkOutcome.Failed failed) {
        var failure = new ForkFailure(forks.size(), failed.kind(), failed.message(), failed.detail());
        failures.add(failure);
        return failure;
    }

    /** Says of a benchmark that still lacks forks why there will be no more; nothing is left out silently. */
    void settle(ForkFailure.Kind kind, String whyNot) {
        if (isOpen()) {
            failures.add(new ForkFailure(forks.size(), kind, whyNot, ""));
        }
    }

    List<ForkFailure> failures() {
        return List.copyOf(failures);
    }

    /** Asks for as many forks again. */
    void extend() {
        plannedForks += effort.forks();
    }

    /** Asks for as many forks again, which stand apart from those before. */
    void confirm() {
        confirmationForks += effort.forks();
        plannedForks += effort.forks();
    }

    /** Its forks are expected to become steady with this iteration, warmups counted, from 0. */
    void expectSteadyFrom(int iteration) {
        warmup.expectSteadyFrom(iteration);
    }

    /** Its forks to come have these counts and times; an iteration is not expected to last longer or shorter for it. */
    void fit(Iterations iterations) {
        effort = effort.with(iterations);
        warmup.limit(iterations.warmups());
    }

    /** What is learned from a fork of the other side. */
    void learn(Fork baseline) {
        warmup.learn(Side.BASELINE, baseline);
    }

    /**
     * How many forks are asked for, in all and of these to confirm; of those that are there none is lost.
     *
     * @param confirming of {@code all}, the last ones
     */
    void plan(int all, int confirming) {
        plannedForks = all;
        confirmationForks = confirming;
    }

    BenchmarkRun toRun(String workload, Budget budget) {
        var declared =
                planned.threads() > 0 ? planned.threads() : Runtime.getRuntime().availableProcessors();
        return new BenchmarkRun(
                id,
                planned.className(),
                planned.methods(),
                threads.orElse(declared),
                workload,
                budget,
                plannedForks,
                confirmationForks,
                forks,
                failures);
    }
}
