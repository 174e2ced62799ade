package dev.perfbudget.model;

/**
 * A fork that gave no result.
 *
 * @param kind what happened
 * @param message one line for people: what, where, how to mend
 * @param detail stack trace and last output, bounded; may be empty
 */
public record ForkFailure(int index, Kind kind, String message, String detail) {

    /** What can happen to a fork. */
    public enum Kind {
        /** The benchmark, or one of its fixtures, threw. */
        THREW,
        /** No sign of life for longer than its time-out; it was killed. */
        HUNG,
        /** The JVM ended by itself: System.exit, out of memory, a signal, a crash. */
        DIED,
        /** JMH returned no result, or a result for something else. */
        MISSING,
        /** It could not be started or generated at all. */
        NOT_STARTED,
        /** The module's time was used up before its turn, or the run was cancelled. */
        NOT_REACHED
    }
}
