package dev.perfbudget.agent.fork;

import dev.perfbudget.protocol.FromFork;
import dev.perfbudget.protocol.FromFork.AwaitsTurn;
import dev.perfbudget.protocol.FromFork.ForkReady;
import dev.perfbudget.protocol.FromFork.IterationStarted;
import dev.perfbudget.protocol.FromFork.MeasurementEnded;
import dev.perfbudget.protocol.Link;
import dev.perfbudget.protocol.LinkServer;
import dev.perfbudget.protocol.ToFork;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/**
 * Tells the runner what happens in this fork. JMH makes it; a fork whose agent could not start never says that it is
 * ready, and its result is not accepted.
 */
public final class ForkAgent implements InternalProfiler {

    private static volatile boolean standingBy;

    private final @Nullable Link link;
    private final @Nullable Watchdog watchdog;
    private final Counters counters;
    private final boolean takesTurns = System.getenv(ToFork.TURNS_VARIABLE) != null;

    private int warmups;
    private int measurements;
    private IterationClock clock = IterationClock.start();
    private Reading before = Reading.none();

    /** Made by JMH, in the host to see whether it can be made, and in the fork to be used. */
    public ForkAgent() throws ProfilerException {
        if (standingBy) {
            link = null;
            watchdog = null;
            counters = Counters.of(List.of());
            return;
        }
        link = connect();
        watchdog = Watchdog.over(link);
        counters = Counters.of(List.of(watchdog));
        send(new ForkReady(ProcessHandle.current().pid(), JvmFacts.read()));
    }

    /** In a host, agents are made but never used. */
    public static void standBy() {
        standingBy = true;
    }

    @Override
    public String getDescription() {
        return "PerfBudget's eyes inside a fork";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        awaitTurn();
        var warmup = isWarmup(iteration);
        send(new IterationStarted(warmup, warmup ? warmups : measurements, timeoutNanos(benchmark)));
        clock = IterationClock.start();
        before = counters.readLastly();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        var after = counters.readFirstly();
        var nanos = clock.elapsedNanos();
        var warmup = isWarmup(iteration);
        var index = warmup ? warmups++ : measurements++;
        // When a worker has thrown there is no score; JMH reports the exception after this call.
        if (!result.getRawPrimaryResults().isEmpty()) {
            send(new FinishedIteration(warmup, index, clock.startMillis(), nanos, after.since(before))
                    .message(benchmark, result));
        }
        if (!warmup && measurements == iteration.getCount()) {
            send(new MeasurementEnded());
        }
        return List.of();
    }

    /** JMH has set the deadline of the iteration already: whoever has forks take turns asks for a later one. */
    private void awaitTurn() {
        if (takesTurns && watchdog != null) {
            send(new AwaitsTurn());
            watchdog.awaitTurn();
        }
    }

    private static boolean isWarmup(IterationParams iteration) {
        return iteration.getType() == IterationType.WARMUP;
    }

    private static long timeoutNanos(BenchmarkParams benchmark) {
        return benchmark.getTimeout().convertTo(TimeUnit.NANOSECONDS);
    }

    private void send(FromFork message) {
        if (link == null || watchdog == null) {
            return;
        }
        try {
            link.send(message);
        } catch (IOException gone) {
            watchdog.haltUnlessShuttingDown();
        }
    }

    private static Link connect() throws ProfilerException {
        var address = Optional.ofNullable(System.getenv(LinkServer.ADDRESS_VARIABLE))
                .orElseThrow(() -> new ProfilerException("PerfBudget's agent works only in forks that PerfBudget"
                        + " starts: the environment variable [" + LinkServer.ADDRESS_VARIABLE + "] is missing"));
        try {
            return Link.connect(address);
        } catch (IOException gone) {
            Runtime.getRuntime().halt(Watchdog.LINK_LOST);
            throw new ProfilerException(gone);
        }
    }
}
