package dev.perfbudget.runner.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The last that a process printed, however much it prints. */
public final class OutputTail {

    private static final int KEPT = 16 * 1024;

    private final StringBuilder text = new StringBuilder();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Reads the stream to its end in a thread of its own. */
    public static OutputTail of(InputStream stream) {
        var tail = new OutputTail();
        var thread = new Thread(() -> tail.drain(stream), "perfbudget-output");
        thread.setDaemon(true);
        thread.start();
        return tail;
    }

    private void drain(InputStream stream) {
        var buffer = new char[4096];
        try (Reader reader = new InputStreamReader(stream, Charset.defaultCharset())) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                append(buffer, read);
            }
        } catch (IOException killed) {
            // A killed process closes its stream this way.
        } finally {
            ended.countDown();
        }
    }

    private synchronized void append(char[] buffer, int length) {
        text.append(buffer, 0, length);
        if (text.length() > 2 * KEPT) {
            text.delete(0, text.length() - KEPT);
        }
    }

    /** Like {@link #text}, after the process has closed its stream; waits a moment for that. */
    public String awaitText() {
        try {
            if (!ended.await(2, TimeUnit.SECONDS)) {
                return text();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return text();
    }

    /** At most 16 KB; empty if nothing was printed. */
    public synchronized String text() {
        return text.substring(Math.max(0, text.length() - KEPT)).strip();
    }
}
