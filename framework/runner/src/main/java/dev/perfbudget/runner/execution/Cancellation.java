package dev.perfbudget.runner.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Somebody's wish that the plan should end; it may come at any time, from another thread. */
final class Cancellation {

    private final List<Consumer<String>> listeners = new ArrayList<>();
    private @Nullable String reason;

    /** The first reason stays. */
    synchronized void cancel(String why) {
        if (reason == null) {
            reason = why;
            listeners.forEach(listener -> listener.accept(why));
        }
    }

    synchronized boolean isWished() {
        return reason != null;
    }

    /** Why; empty as long as nobody wishes it. */
    synchronized String reason() {
        return reason == null ? "" : reason;
    }

    /** Tells the listener when it is wished, at once if it already is. */
    synchronized void whenWished(Consumer<String> listener) {
        listeners.add(listener);
        if (reason != null) {
            listener.accept(reason);
        }
    }
}
