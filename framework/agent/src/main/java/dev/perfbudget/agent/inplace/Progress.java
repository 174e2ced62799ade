package dev.perfbudget.agent.inplace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How many operations of a test have ended; written by the measuring thread after each, read by the watch. Takes back
 * the interruption of their thread that operations leave behind: the next one would suffer for it.
 */
final class Progress {

    private static final VarHandle ENDED = ended();

    private final Thread thread = Thread.currentThread();
    private long ended;
    private long interrupted;

    void operationEnded() {
        ENDED.setOpaque(this, ended + 1);
        if (thread.isInterrupted() && Thread.interrupted()) {
            interrupted++;
        }
    }

    /** May be asked from any thread. */
    long operations() {
        return (long) ENDED.getOpaque(this);
    }

    /** How many operations left their thread interrupted. */
    long interrupted() {
        return interrupted;
    }

    Thread thread() {
        return thread;
    }

    private static VarHandle ended() {
        try {
            return MethodHandles.lookup().findVarHandle(Progress.class, "ended", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
