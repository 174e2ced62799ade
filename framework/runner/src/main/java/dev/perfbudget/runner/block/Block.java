package dev.perfbudget.runner.block;

import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Side;
import dev.perfbudget.protocol.ToHost;
import dev.perfbudget.runner.host.ForkOutcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two forks that are under way. */
final class Block {

    private final PairedHosts hosts;
    private final ToHost.RunFork fork;
    private final Side first;
    private final TurnTable turns;
    private final Duration longestTurn;
    private final AtomicReference<BlockOutcome.@Nullable Failed> failure = new AtomicReference<>();
    private final AtomicReference<BlockOutcome.@Nullable TooLong> tooLong = new AtomicReference<>();

    Block(PairedHosts hosts, ToHost.RunFork fork, TurnOrder order, Duration longestTurn) {
        this.hosts = hosts;
        this.fork = fork;
        this.first = order.first();
        this.turns = new TurnTable(order);
        this.longestTurn = longestTurn;
    }

    /**
     * Runs it to its end. Both forks start together, and whichever is ready waits for the other: of two JVMs that start
     * one after the other the first was measured to stay slower for all its life, by 2 to 6 % where it allocates, for
     * it gets other memory.
     */
    BlockOutcome run() {
        var one = start(first);
        var other = start(TurnOrder.other(first));
        var ofFirst = one.join();
        var ofSecond = other.join();
        var ended = tooLong.get();
        if (ended != null) {
            return ended;
        }
        var failed = failure.get();
        if (failed != null) {
            return failed;
        }
        return first == Side.BASELINE ? completed(ofFirst, ofSecond) : completed(ofSecond, ofFirst);
    }

    private CompletableFuture<ForkOutcome> start(Side side) {
        return CompletableFuture.supplyAsync(() -> outcome(side), task -> {
            var thread = new Thread(task, "perfbudget-" + side);
            thread.setDaemon(true);
            thread.start();
        });
    }

    private ForkOutcome outcome(Side side) {
        var outcome = checked(side, run(side));
        if (outcome instanceof ForkOutcome.Failed failed
                && failure.compareAndSet(null, new BlockOutcome.Failed(side, MemoryOfBoth.explained(failed)))) {
            hosts.of(TurnOrder.other(side)).end("the other fork of its block failed");
        }
        return outcome;
    }

    /** However it ends, the other side does not wait for it. */
    private ForkOutcome run(Side side) {
        try {
            return hosts.of(side)
                    .run(fork, new TimedTurns(turns.of(side), longestTurn, this::endSoon, System::nanoTime));
        } finally {
            turns.of(side).leave();
        }
    }

    private void endSoon(Duration lasted) {
        tooLong.compareAndSet(null, new BlockOutcome.TooLong(lasted));
        Stream.of(Side.values()).forEach(side -> hosts.of(side).end("a turn lasted too long"));
    }

    /** A fork that ran while it was not its turn has measured both. */
    private ForkOutcome checked(Side side, ForkOutcome outcome) {
        if (outcome instanceof ForkOutcome.Completed completed
                && completed.iterations().size() != turns.taken(side)) {
            return new ForkOutcome.Failed(
                    ForkFailure.Kind.MISSING,
                    "The fork ran [%d] iterations and asked for [%d] turns, so it did not wait for the other"
                            .formatted(completed.iterations().size(), turns.taken(side)),
                    "");
        }
        return outcome;
    }

    private static BlockOutcome completed(ForkOutcome baseline, ForkOutcome candidate) {
        if (baseline instanceof ForkOutcome.Completed one && candidate instanceof ForkOutcome.Completed other) {
            return new BlockOutcome.Completed(one, other);
        }
        throw new IllegalStateException(
                "Nothing failed, but a fork ended with [" + baseline + "], [" + candidate + "]");
    }
}
