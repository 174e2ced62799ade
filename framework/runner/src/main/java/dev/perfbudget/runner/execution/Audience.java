package dev.perfbudget.runner.execution;

import dev.perfbudget.protocol.FromRunner;

/** Who is told how the plan gets on. */
public interface Audience {

    /** Passes a message on; called from the thread that executes the plan. */
    void tell(FromRunner message);
}
