package dev.perfbudget.agent.inplace;

import dev.perfbudget.protocol.FromFork.IterationEnded;
import dev.perfbudget.protocol.FromFork.Latency;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.HdrHistogram.Histogram;

/** One time slice: operations one after the other on the calling thread, each timed. Used again for every slice. */
final class Slice {

    private static final String UNIT = "ns/op";

    /** What takes longer is counted as this long in quantiles; the mean is exact whatever it takes. */
    private static final long LONGEST = TimeUnit.HOURS.toNanos(1);

    /** Quantiles are right to 0.1 %. */
    private static final int DIGITS = 3;

    private final Histogram times = new Histogram(1, LONGEST, DIGITS);
    private final ThreadCounters counters = new ThreadCounters();
    private final Progress progress;

    Slice(Progress progress) {
        this.progress = progress;
    }

    /**
     * Carries the operation out until the time is up, at least once.
     *
     * @param shortest in nanoseconds
     */
    IterationEnded run(Operation operation, boolean warmup, int index, long shortest) throws Throwable {
        times.reset();
        var startMillis = System.currentTimeMillis();
        var operations = 0L;
        var busy = 0L;
        counters.begin();
        var begin = System.nanoTime();
        long end;
        do {
            // The clock is read right before and right after: nothing that is done here counts as the operation's.
            var start = System.nanoTime();
            operation.perform();
            end = System.nanoTime();
            busy += end - start;
            operations++;
            times.recordValue(Math.min(Math.max(0, end - start), LONGEST));
            progress.operationEnded();
        } while (end - begin < shortest);
        var counted = counters.end();
        return new IterationEnded(
                warmup,
                index,
                startMillis,
                end - begin,
                (double) busy / operations,
                UNIT,
                operations,
                List.of(),
                warmup ? List.of() : latencies(),
                counted);
    }

    private List<Latency> latencies() {
        return StreamSupport.stream(times.recordedValues().spliterator(), false)
                .map(value -> new Latency(
                        times.medianEquivalentValue(value.getValueIteratedTo()), value.getCountAtValueIteratedTo()))
                .toList();
    }
}
