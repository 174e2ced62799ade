package dev.perfbudget.runner.execution;

import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.Link;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Who is told how the plan gets on. */
public interface Audience {

    /**
     * The test JVM at the other end of a link.
     *
     * <p>Telling it fails with an {@link UncheckedIOException} when it is gone.
     */
    static Audience at(Link link) {
        return message -> {
            try {
                link.send(message);
            } catch (IOException testJvmGone) {
                throw new UncheckedIOException(testJvmGone);
            }
        };
    }

    /** Passes a message on; called from the thread that executes the plan. */
    void tell(FromRunner message);
}
