package dev.perfbudget.runner.execution;

import dev.perfbudget.model.Fork;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.ToHost;
import dev.perfbudget.runner.host.ForkOutcome;
import java.io.IOException;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Runs forks: one of each benchmark, then one more of each, until all have theirs or the time is used up. */
final class Rounds {

    private final Function<ToHost.RunFork, ForkOutcome> host;
    private final ForkRecorder recorder;
    private final Audience audience;
    private final WallCap cap;
    private final BooleanSupplier cancelled;

    /** Makes the record of a fork and puts it on disk. */
    interface ForkRecorder {
        Fork record(MeasuredBenchmark benchmark, ForkOutcome.Completed completed) throws IOException;
    }

    Rounds(
            Function<ToHost.RunFork, ForkOutcome> host,
            ForkRecorder recorder,
            Audience audience,
            WallCap cap,
            BooleanSupplier cancelled) {
        this.host = host;
        this.recorder = recorder;
        this.audience = audience;
        this.cap = cap;
        this.cancelled = cancelled;
    }

    /** Runs one fork that counts of each benchmark that has none. */
    void runFirst(Collection<MeasuredBenchmark> benchmarks) throws IOException {
        var progress = progress(benchmarks);
        for (var benchmark : benchmarks) {
            var goesOn = true;
            while (goesOn && benchmark.forks().isEmpty()) {
                goesOn = runOne(benchmark, progress);
            }
        }
    }

    void run(Collection<MeasuredBenchmark> benchmarks) throws IOException {
        var progress = progress(benchmarks);
        boolean ran;
        do {
            ran = false;
            for (var benchmark : benchmarks) {
                ran |= runOne(benchmark, progress);
            }
        } while (ran);
    }

    private static ProgressLine progress(Collection<MeasuredBenchmark> benchmarks) {
        return new ProgressLine(
                new DisplayNames(benchmarks.stream().map(MeasuredBenchmark::id).toList()));
    }

    /** Whether there was something to do, and time for it. */
    private boolean runOne(MeasuredBenchmark benchmark, ProgressLine progress) throws IOException {
        if (!benchmark.isOpen() || cancelled.getAsBoolean() || !cap.allows(benchmark.expected())) {
            return false;
        }
        if (benchmark.isUntouched()) {
            audience.tell(new FromRunner.Started(benchmark.key()));
        }
        var thrownAway = benchmark.needsWarmupFork();
        var start = cap.elapsed();
        var outcome = host.apply(benchmark.nextFork());
        if (outcome instanceof ForkOutcome.Completed completed && !thrownAway) {
            var fork = recorder.record(benchmark, completed);
            benchmark.add(fork, completed.result().threads(), cap.elapsed().minus(start));
            audience.tell(progress.finished(benchmark, fork));
        }
        if (outcome instanceof ForkOutcome.Failed failed) {
            audience.tell(progress.failed(benchmark, benchmark.fail(failed)));
        }
        return true;
    }
}
