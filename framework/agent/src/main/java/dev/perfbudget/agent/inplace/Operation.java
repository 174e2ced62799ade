package dev.perfbudget.agent.inplace;

/** The body of a test: what is measured. */
@FunctionalInterface
public interface Operation {

    /** Carries it out once, on the calling thread. */
    void perform() throws Throwable;
}
