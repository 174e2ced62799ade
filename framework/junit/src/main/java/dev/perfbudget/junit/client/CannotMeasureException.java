package dev.perfbudget.junit.client;

/** Nothing could be measured. The message says why and how to mend it; a stack trace would only hide it. */
public final class CannotMeasureException extends RuntimeException {

    private final String problem;

    /** With what happened, where, and how to mend it. */
    public CannotMeasureException(String message) {
        super(message, null, false, false);
        this.problem = message;
    }

    @Override
    public String getMessage() {
        return problem;
    }
}
