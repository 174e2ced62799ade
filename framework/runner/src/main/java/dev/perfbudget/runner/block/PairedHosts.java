package dev.perfbudget.runner.block;

import dev.perfbudget.model.Side;
import dev.perfbudget.protocol.ToHost;
import dev.perfbudget.runner.host.Hosts;

/** The hosts of both sides: they run blocks. */
public final class PairedHosts {

    private final Hosts baseline;
    private final Hosts candidate;

    /** Of hosts whose forks ask for their turns. */
    public PairedHosts(Hosts baseline, Hosts candidate) {
        this.baseline = baseline;
        this.candidate = candidate;
    }

    /**
     * Runs one block to its end.
     *
     * @param fork what both forks do
     */
    public BlockOutcome run(ToHost.RunFork fork, TurnOrder order) {
        var outcome = new Block(this, fork, order).run();
        if (outcome instanceof BlockOutcome.Failed) {
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
