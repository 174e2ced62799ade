package dev.perfbudget.judge;

import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Unit;
import dev.perfbudget.statistics.RobustRate;
import dev.perfbudget.statistics.SampleMedian;
import java.util.List;
import java.util.Optional;

/**
 * Bytes that one operation allocates, in one JVM.
 *
 * <p>Each iteration's bytes are the operations' own and some that the harness needs, whatever the operations: the
 * {@link RobustRate} of bytes per operation. Where iterations hardly differ in their number of operations the harness's
 * bytes are in it, and it is said how many they may be.
 *
 * @param perOperation estimate in bytes
 * @param harness at most so many bytes of it may be the harness's
 */
record AllocationPerOperation(Quantity perOperation, double harness) {

    /** The estimate, or 0 where it cannot be told from nothing: all of it may be the harness's. */
    double surelyAllocated() {
        return perOperation.value() > harness ? perOperation.value() : 0;
    }

    /**
     * Empty if no iteration has both the counter and operations.
     *
     * @param harnessBytes as many as the harness may need for an iteration
     */
    static Optional<AllocationPerOperation> of(List<Iteration> iterations, double harnessBytes) {
        var counted = iterations.stream()
                .filter(iteration ->
                        iteration.operations() > 0 && iteration.counters().containsKey("allocated"))
                .toList();
        return counted.isEmpty() ? Optional.empty() : Optional.of(ofCounted(counted, harnessBytes));
    }

    private static AllocationPerOperation ofCounted(List<Iteration> counted, double harnessBytes) {
        var operations = counted.stream().mapToDouble(Iteration::operations).toArray();
        var bytes = counted.stream()
                .mapToDouble(iteration -> iteration.counters().getOrDefault("allocated", 0L))
                .toArray();
        var rate = RobustRate.of(operations, bytes);
        var harness = rate.hasFixedPart() ? harnessBytes / SampleMedian.of(operations) : 0;
        return new AllocationPerOperation(new Quantity(rate.perUnit(), Unit.BYTES), Math.min(rate.perUnit(), harness));
    }
}
