package dev.perfbudget.runner.block;

import dev.perfbudget.model.Side;
import dev.perfbudget.protocol.ToHost;
import dev.perfbudget.runner.host.Hosts;
import java.time.Duration;

/** The hosts of both sides: they run blocks. */
public final class PairedHosts {

    /** Of a turn that is accepted whatever it takes. */
    public static final Duration HOWEVER_LONG = Duration.ofDays(1);

    private final Hosts baseline;
    private final Hosts candidate;

    /** Of hosts whose forks ask for their turns. */
    public PairedHosts(Hosts baseline, Hosts candidate) {
        this.baseline = baseline;
        this.candidate = candidate;
    }

    /**
     * Runs one block to its end, however long its turns last.
     *
     * @param fork what both forks do
     */
    public BlockOutcome run(ToHost.RunFork fork, TurnOrder order) {
        return run(fork, order, HOWEVER_LONG);
    }

    /**
     * Runs one block to its end, or ends it soon.
     *
     * @param fork what both forks do
     * @param longestTurn that is accepted
     */
    public BlockOutcome run(ToHost.RunFork fork, TurnOrder order, Duration longestTurn) {
        var outcome = new Block(this, fork, order, longestTurn).run();
        if (!(outcome instanceof BlockOutcome.Completed)) {
            // A host may still have the order to end a fork that has ended by itself.
            baseline.close();
            candidate.close();
        }
        return outcome;
    }

    Hosts of(Side side) {
        return side == Side.BASELINE ? baseline : candidate;
    }
}
