package dev.perfbudget.runner.block;

import dev.perfbudget.model.Side;
import dev.perfbudget.runner.host.ForkOutcome;
import java.time.Duration;

/** How one block ended. */
public sealed interface BlockOutcome {

    /**
     * Both forks were ended soon, because a turn lasted longer than was accepted.
     *
     * @param lasted so long
     */
    record TooLong(Duration lasted) implements BlockOutcome {}

    /** Both forks measured what they were asked to. */
    record Completed(ForkOutcome.Completed baseline, ForkOutcome.Completed candidate) implements BlockOutcome {}

    /**
     * One fork gave no result, and the other was ended for it.
     *
     * @param side whose fork failed first
     */
    record Failed(Side side, ForkOutcome.Failed failure) implements BlockOutcome {}
}
