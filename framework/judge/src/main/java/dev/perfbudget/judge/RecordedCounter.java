package dev.perfbudget.judge;

import dev.perfbudget.model.Unit;
import java.util.Arrays;
import java.util.Optional;

/** The counters that every fork records of itself, with their units. */
enum RecordedCounter {
    CPU("cpu", Unit.NANOSECONDS),
    ALLOCATED("allocated", Unit.BYTES),
    GC_COUNT("gc.count", Unit.COUNT),
    GC_TIME("gc.time", Unit.MILLISECONDS),
    CLASSES_LOADED("classes.loaded", Unit.COUNT),
    JIT_TIME("jit.time", Unit.MILLISECONDS);

    private final String label;
    private final Unit unit;

    RecordedCounter(String label, Unit unit) {
        this.label = label;
        this.unit = unit;
    }

    static Optional<RecordedCounter> of(String label) {
        return Arrays.stream(values())
                .filter(counter -> counter.label.equals(label))
                .findFirst();
    }

    Unit unit() {
        return unit;
    }
}
