package dev.perfbudget.runner.execution;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.FromRunner.Decision;
import dev.perfbudget.protocol.ToHost;
import dev.perfbudget.runner.host.ForkObserver;
import dev.perfbudget.runner.host.ForkOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls each benchmark of a plan, unmeasured: no turn is waited for, no file is written, nothing is judged. */
final class Smoke {

    private static final String CALLED = "called once, not measured";

    /** Members of a group may wait for each other: one call each might never end. */
    private static final String RUN_AS_GROUP = "run for 1 ms, not measured";

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Assignment assignment;
    private final List<MeasuredBenchmark> benchmarks = new ArrayList<>();
    private int failed;

    Smoke(Assignment assignment) {
        this.assignment = assignment;
        for (var planned : assignment.plan().benchmarks()) {
            var effort = ForkEffort.once(SHORTEST);
            benchmarks.add(new MeasuredBenchmark(benchmarks.size() + 1, planned, effort, assignment.timeout()));
        }
    }

    void run() throws IOException {
        try (var workshop = Workshop.open(assignment, ForkObserver.NONE)) {
            workshop.failUngenerated(benchmarks);
            assignment.cancellation().whenWished(workshop::cancel);
            for (var benchmark : benchmarks) {
                call(workshop, benchmark);
            }
        }
        var summary = failed == 0 ? CALLED : CALLED + "; " + failed + " of " + benchmarks.size() + " failed";
        assignment.audience().tell(new FromRunner.Finished(count() + " " + summary, ""));
    }

    private String count() {
        return benchmarks.size() == 1 ? "1 benchmark" : benchmarks.size() + " benchmarks";
    }

    private void call(Workshop workshop, MeasuredBenchmark benchmark) {
        assignment.audience().tell(new FromRunner.Started(benchmark.key()));
        if (benchmark.isOpen() && workshop.hosts().run(oneCall(benchmark)) instanceof ForkOutcome.Failed outcome) {
            benchmark.fail(outcome);
        }
        assignment.audience().tell(decided(benchmark));
    }

    private static ToHost.RunFork oneCall(MeasuredBenchmark benchmark) {
        var fork = benchmark.nextFork();
        if (isGroup(benchmark)) {
            return fork;
        }
        var key = fork.benchmark();
        var singleShot = new BenchmarkKey(key.name(), BenchmarkMode.SINGLE_SHOT.label(), key.params());
        return new ToHost.RunFork(fork.forkId(), singleShot, fork.effort());
    }

    private static boolean isGroup(MeasuredBenchmark benchmark) {
        return benchmark.planned().methods().size() > 1;
    }

    private FromRunner decided(MeasuredBenchmark benchmark) {
        var facts = Map.of("benchmark", benchmark.id().toString());
        var failure = benchmark.failures().stream().findFirst();
        if (failure.isEmpty()) {
            var what = isGroup(benchmark) ? RUN_AS_GROUP : CALLED;
            return new FromRunner.Decided(benchmark.key(), Decision.PASSED, what, facts);
        }
        if (failure.get().kind() == ForkFailure.Kind.NOT_REACHED) {
            return new FromRunner.Decided(
                    benchmark.key(), Decision.SKIPPED, failure.get().message(), facts);
        }
        failed++;
        return new FromRunner.Decided(benchmark.key(), Decision.FAILED, message(failure.get()), facts);
    }

    private static String message(ForkFailure failure) {
        return (failure.message() + "\n" + failure.detail()).strip();
    }
}
