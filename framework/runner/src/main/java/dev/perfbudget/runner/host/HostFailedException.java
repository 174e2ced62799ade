package dev.perfbudget.runner.host;

/** A host could not be started. */
public final class HostFailedException extends Exception {

    private final String explanation;

    HostFailedException(String explanation) {
        super(explanation);
        this.explanation = explanation;
    }

    /** Which host, why, and what it printed. */
    public String explanation() {
        return explanation;
    }
}
