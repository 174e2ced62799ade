package dev.perfbudget.runner.execution;

import dev.perfbudget.model.Fork;

/**
 * How much warmup the next fork of a benchmark gets: all that may be asked for until it is known when forks become
 * steady, then half as much again as the slowest so far, and two. A fork that never became steady gives no reason to
 * shorten.
 */
final class LearnedWarmup {

    private static final double RESERVE = 1.5;
    private static final int EXTRA = 2;

    private final int cap;
    private int latestSteadyStart = -1;
    private boolean neverSteady;

    LearnedWarmup(int cap) {
        this.cap = cap;
    }

    void learn(Fork fork) {
        neverSteady |= !fork.steadiness().steady();
        latestSteadyStart = Math.max(latestSteadyStart, fork.steadiness().from());
    }

    /** What an audit has seen before; forks of this run still say when it was too little. */
    void expectSteadyFrom(int iteration) {
        latestSteadyStart = Math.max(latestSteadyStart, iteration);
    }

    int iterations() {
        if (latestSteadyStart < 0 || neverSteady) {
            return cap;
        }
        return Math.min(cap, (int) Math.ceil(latestSteadyStart * RESERVE) + EXTRA);
    }
}
