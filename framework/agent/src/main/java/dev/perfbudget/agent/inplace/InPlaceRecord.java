package dev.perfbudget.agent.inplace;

import dev.perfbudget.protocol.FromFork.IterationEnded;
import java.util.List;

/**
 * What was measured of one test.
 *
 * @param slices warmups first, none left out
 * @param notes what people should know of it
 */
public record InPlaceRecord(List<IterationEnded> slices, List<String> notes) {

    public InPlaceRecord {
        slices = List.copyOf(slices);
        notes = List.copyOf(notes);
    }
}
