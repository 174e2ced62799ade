package dev.perfbudget.runner.host;

import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.protocol.FromFork;
import dev.perfbudget.protocol.FromHost;
import java.util.List;

/** How one fork ended. */
public sealed interface ForkOutcome {

    /**
     * It measured what it was asked to.
     *
     * @param ready first message of the fork
     * @param iterations all of them, warmups first
     * @param result what JMH returned
     */
    record Completed(FromFork.ForkReady ready, List<FromFork.IterationEnded> iterations, FromHost.ForkCompleted result)
            implements ForkOutcome {

        public Completed {
            iterations = List.copyOf(iterations);
        }
    }

    /** It gave no result that counts. The message is for people; the detail may be long, or empty. */
    record Failed(ForkFailure.Kind kind, String message, String detail) implements ForkOutcome {}
}
