package dev.perfbudget.junit.jupiter;

import dev.perfbudget.junit.PerfBudgetTestEngine;
import dev.perfbudget.junit.client.CannotMeasureException;
import dev.perfbudget.junit.client.InPlaceClient;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.InPlace;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The measurements of one module in one execution of Jupiter: one runner, one run, one test at a time. Closeable in the
 * way of JUnit 5 and of JUnit 6.
 */
final class InPlaceSession implements CloseableResource, AutoCloseable {

    private final InPlace.Open open;
    private final ExtensionContext root;
    private final Semaphore turns = new Semaphore(1, true);
    private volatile @Nullable Thread holder;
    private @Nullable InPlaceClient client;
    private @Nullable CannotMeasureException failed;

    InPlaceSession(InPlace.Open open, ExtensionContext root) {
        this.open = open;
        this.root = root;
    }

    /** Waits until no other test of this JVM, and nobody else on this machine, measures. */
    Turn await(InPlaceTest test) {
        if (Thread.currentThread().equals(holder)) {
            throw new CannotMeasureException("[" + test.key() + "] would run in the midst of another measurement: its"
                    + " thread waits there for work of its own and was given this test meanwhile. Put @Isolated on both"
                    + " classes, or do not run them in parallel.");
        }
        turns.acquireUninterruptibly();
        holder = Thread.currentThread();
        try {
            var granted = (FromRunner.TurnGranted) ask(new InPlace.AwaitTurn(test.planned()));
            return new Turn(test, granted, this);
        } catch (RuntimeException refused) {
            release();
            throw refused;
        }
    }

    FromRunner ask(InPlace message) {
        return client().ask(message);
    }

    void say(InPlace message) {
        client().say(message);
    }

    void release() {
        holder = null;
        turns.release();
    }

    private synchronized InPlaceClient client() {
        if (failed != null) {
            throw failed;
        }
        if (client == null) {
            try {
                client = InPlaceClient.open(open, System.out::println);
            } catch (CannotMeasureException unable) {
                failed = unable;
                throw unable;
            }
        }
        return client;
    }

    /** Nothing fails for it here: Jupiter does not tell whether all tests were meant to run, or some were picked. */
    private void tell(List<String> problems) {
        if (!problems.isEmpty()) {
            var lines = String.join("\n", problems);
            System.out.println(lines);
            root.publishReportEntry("perfbudget.suite", lines);
        }
    }

    /** All tests of this execution have ended: the run is written, and where it is becomes known. */
    @Override
    public synchronized void close() throws IOException {
        if (client == null) {
            return;
        }
        try (var ending = client) {
            var finished = (FromRunner.Finished) ending.ask(new InPlace.Conclude());
            if (!finished.runDirectory().isEmpty()) {
                System.out.println(finished.summary());
                tell(finished.problems());
                root.publishReportEntry(PerfBudgetTestEngine.RUN_ENTRY, finished.runDirectory());
            }
        }
    }
}
