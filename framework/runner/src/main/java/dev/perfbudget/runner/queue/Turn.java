package dev.perfbudget.runner.queue;

import java.io.Closeable;
import java.util.List;

/** The right to measure, until closed or until the process ends. */
public final class Turn implements Closeable {

    private final List<LockFile> held;
    private final List<String> notes;

    Turn(List<LockFile> held, List<String> notes) {
        this.held = List.copyOf(held);
        this.notes = List.copyOf(notes);
    }

    /** What people should know: locks that could not be had, so that others may measure at the same time. */
    public List<String> notes() {
        return notes;
    }

    @Override
    public void close() {
        held.forEach(LockFile::close);
    }
}
