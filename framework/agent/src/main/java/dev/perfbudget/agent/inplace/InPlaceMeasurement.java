package dev.perfbudget.agent.inplace;

import dev.perfbudget.protocol.FromFork.IterationEnded;
import dev.perfbudget.protocol.FromRunner.TurnGranted;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Measures one test on the calling thread: its first operation, warmup, then the slices that count. */
public final class InPlaceMeasurement {

    private final TurnGranted effort;
    private final Consumer<String> alarm;
    private final Progress progress = new Progress();
    private final Slice slice = new Slice(progress);
    private final List<IterationEnded> slices = new ArrayList<>();

    /**
     * For the thread that calls this.
     *
     * @param alarm told when an operation takes longer than it may, on another thread
     */
    public InPlaceMeasurement(TurnGranted effort, Consumer<String> alarm) {
        this.effort = effort;
        this.alarm = alarm;
    }

    /** The quickest way to call a method again and again; empty if this module may not call it. */
    public static Optional<Operation> calling(Method method, Optional<Object> target, List<Object> arguments) {
        return Reflected.of(method, target, arguments);
    }

    /**
     * Measures. The thread is not interrupted when this returns or throws, whatever operations did.
     *
     * @param first carries out the first operation, and nothing else
     * @param further carries out all others
     */
    public InPlaceRecord run(Operation first, Operation further) throws OperationFailedException, InterruptedException {
        var threads = LivingThreads.now();
        try (var watch = OperationWatch.over(progress, effort.timeoutNanos(), alarm)) {
            runSlices(first, further, watch);
        } finally {
            Thread.interrupted();
        }
        return new InPlaceRecord(slices, notes(threads));
    }

    private void runSlices(Operation first, Operation further, OperationWatch watch) throws OperationFailedException {
        try {
            var firstNanos = slice(first, true, 0, 0, watch).nanos();
            phase(further, true, effort.warmupSlices() * effort.sliceNanos() - firstNanos, 0, watch);
            phase(further, false, effort.slices() * effort.sliceNanos(), effort.fewestSlices(), watch);
        } catch (Throwable thrown) {
            throw failure(thrown, watch);
        }
    }

    /** Counts time, not slices: a slice whose last operation took long leaves less for the others. */
    private void phase(Operation operation, boolean warmup, long nanos, int fewestSlices, OperationWatch watch)
            throws Throwable {
        var left = nanos;
        for (var done = 0; left > 0 || done < fewestSlices; done++) {
            left -= slice(operation, warmup, warmup ? done + 1 : done, effort.sliceNanos(), watch)
                    .nanos();
        }
    }

    private IterationEnded slice(Operation operation, boolean warmup, int index, long shortest, OperationWatch watch)
            throws Throwable {
        var done = slice.run(operation, warmup, index, shortest);
        slices.add(done);
        if (watch.hasFired()) {
            throw new TimeoutException("the operation returned, but too late");
        }
        return done;
    }

    private OperationFailedException failure(Throwable thrown, OperationWatch watch) {
        if (watch.hasFired()) {
            var message = "%s did not end within %d ms (perfbudget.timeout) and was interrupted: %s"
                    .formatted(which(), TimeUnit.NANOSECONDS.toMillis(effort.timeoutNanos()), thrown);
            return new OperationFailedException(message, true, thrown);
        }
        return new OperationFailedException(which() + " threw " + thrown, false, thrown);
    }

    private String which() {
        return "operation " + (progress.operations() + 1) + " of the test (" + where() + ")";
    }

    /** The first one is Jupiter's own call; all others are ours. */
    private String where() {
        if (slices.isEmpty()) {
            return "the first one";
        }
        var counts = slices.stream().filter(done -> !done.warmup()).count();
        return counts == 0 ? "in warmup" : "in slice " + (counts + 1);
    }

    private List<String> notes(LivingThreads threads) throws InterruptedException {
        var notes = new ArrayList<String>();
        threads.leftBehind().ifPresent(notes::add);
        if (progress.interrupted() > 0) {
            notes.add("left its thread interrupted after " + progress.interrupted() + " of " + progress.operations()
                    + " operations");
        }
        return notes;
    }
}
