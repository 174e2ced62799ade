package dev.perfbudget.runner.execution;

import dev.perfbudget.model.Pairing.BlockForks;
import java.util.List;

/**
 * A block that has been measured.
 *
 * @param threads of either fork, as JMH counted them
 * @param disturbances that were seen from outside meanwhile, in words
 */
record MeasuredBlock(BlockForks forks, int threads, List<String> disturbances) {

    MeasuredBlock {
        disturbances = List.copyOf(disturbances);
    }

    boolean isDisturbed() {
        return !disturbances.isEmpty();
    }
}
