package dev.perfbudget.runner.doctor.machine;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import dev.perfbudget.runner.queue.QueueLook;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether somebody measures on this machine at this moment, and whether it could be queued for.
 *
 * @param queue of the machine
 */
record OtherMeasurements(QueueLook queue) implements Rule {

    @Override
    public String name() {
        return "other measurements";
    }

    @Override
    public Spoils spoils() {
        return Spoils.STORED;
    }

    @Override
    public List<Finding> look() {
        return queue.states().stream()
                .flatMap(state -> switch (state.kind()) {
                    case FREE -> Stream.<Finding>empty();
                    case HELD ->
                        Stream.of(Finding.information(
                                "Measuring at this moment: " + state.words() + ".",
                                "PerfBudget waits for its turn by itself; plain JMH fails until the other has ended."));
                    case UNUSABLE ->
                        Stream.of(new Finding(
                                Spoils.STORED,
                                "The queue cannot be joined, so others may measure at the same time: " + state.words()
                                        + ".",
                                "Make the file writable for everybody, or delete it while nothing is measured."));
                })
                .toList();
    }
}
