package dev.perfbudget.agent.inplace;

/** An operation did not end as it should; the cause is what it threw. */
public final class OperationFailedException extends Exception {

    private final boolean hung;
    private final Throwable thrown;

    OperationFailedException(String message, boolean hung, Throwable thrown) {
        super(message, thrown);
        this.hung = hung;
        this.thrown = thrown;
    }

    /** Which operation, and what happened. */
    public String explanation() {
        return String.valueOf(getMessage());
    }

    /** Whether it took longer than it may, so that its thread was interrupted. */
    public boolean isHung() {
        return hung;
    }

    /** What the operation threw. */
    public Throwable thrown() {
        return thrown;
    }
}
