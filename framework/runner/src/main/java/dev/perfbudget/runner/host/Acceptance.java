package dev.perfbudget.runner.host;

import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.protocol.FromHost;
import dev.perfbudget.protocol.ToHost;

/** Compares what JMH returned with what was asked of it and with what the fork itself said. */
final class Acceptance {

    private final ToHost.RunFork command;

    Acceptance(ToHost.RunFork command) {
        this.command = command;
    }

    ForkOutcome judge(FromHost.ForkCompleted result, ForkWatch watch) {
        if (!result.forkId().equals(command.forkId()) || !result.benchmark().equals(command.benchmark())) {
            return missing("JMH was asked for fork [%s] of [%s] and returned [%s] of [%s]"
                    .formatted(command.forkId(), command.benchmark(), result.forkId(), result.benchmark()));
        }
        if (watch.ready().isEmpty()) {
            return missing("The agent in the fork never reported, so its result is not accepted: is perfbudget-agent on"
                    + " the class path in the same version as the other PerfBudget jars?");
        }
        if (result.scores().isEmpty()) {
            return missing("JMH returned no score");
        }
        if (watch.measured() != result.scores().size()) {
            return missing("JMH returned [%d] scores, but the fork measured [%d] iterations"
                    .formatted(result.scores().size(), watch.measured()));
        }
        return new ForkOutcome.Completed(watch.ready().get(), watch.iterations(), result);
    }

    private static ForkOutcome missing(String message) {
        return new ForkOutcome.Failed(ForkFailure.Kind.MISSING, message, "");
    }
}
