package dev.perfbudget.judge;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import java.util.List;
import java.util.stream.IntStream;

/** Which iterations of a fork count: the measured ones from where it is steady, or all measured ones if it is not. */
public final class SteadyIterations {

    private SteadyIterations() {}

    /** The iterations that count. */
    public static List<Iteration> of(Fork fork) {
        var measured = measured(fork);
        if (!fork.steadiness().steady()) {
            return measured;
        }
        var steady = measuredFrom(fork, fork.steadiness().from());
        return steady.isEmpty() ? measured : steady;
    }

    /** All but warmups, steady or not. */
    static List<Iteration> measured(Fork fork) {
        return measuredFrom(fork, 0);
    }

    private static List<Iteration> measuredFrom(Fork fork, int from) {
        return IntStream.range(from, fork.iterations().size())
                .mapToObj(index -> fork.iterations().get(index))
                .filter(iteration -> !iteration.warmup())
                .toList();
    }
}
