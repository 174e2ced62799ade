package dev.perfbudget.agent.inplace;

import java.io.Closeable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Interrupts the measuring thread once if an operation takes longer than it may. It looks only now and then, so that
 * operations need not tell when they begin.
 */
final class OperationWatch implements Closeable {

    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    private final Progress progress;
    private final long timeoutNanos;
    private final Consumer<String> alarm;
    private final Thread watch = new Thread(this::look, "perfbudget-operation-watch");
    private boolean closed;
    private boolean fired;

    private OperationWatch(Progress progress, long timeoutNanos, Consumer<String> alarm) {
        this.progress = progress;
        this.timeoutNanos = timeoutNanos;
        this.alarm = alarm;
        watch.setDaemon(true);
    }

    /** @param alarm told where the thread is when it is interrupted, on another thread */
    static OperationWatch over(Progress progress, long timeoutNanos, Consumer<String> alarm) {
        var watch = new OperationWatch(progress, timeoutNanos, alarm);
        watch.watch.start();
        return watch;
    }

    /** Whether it has interrupted the thread. */
    synchronized boolean hasFired() {
        return fired;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private synchronized void look() {
        var seen = progress.operations();
        var since = System.nanoTime();
        while (!closed && !fired) {
            pause();
            if (progress.operations() != seen) {
                seen = progress.operations();
                since = System.nanoTime();
            }
            if (!closed && System.nanoTime() - since > timeoutNanos) {
                fire(seen + 1);
            }
        }
    }

    private void fire(long operation) {
        fired = true;
        var place = progress.thread().getStackTrace();
        progress.thread().interrupt();
        alarm.accept("operation " + operation + " has not ended within "
                + TimeUnit.NANOSECONDS.toMillis(timeoutNanos) + " ms (perfbudget.timeout); its thread is interrupted"
                + (place.length == 0 ? "" : ", at " + place[0]));
    }

    private void pause() {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1_000_000, Math.min(LONGEST_PAUSE, timeoutNanos / 4)));
        } catch (InterruptedException ended) {
            closed = true;
        }
    }
}
