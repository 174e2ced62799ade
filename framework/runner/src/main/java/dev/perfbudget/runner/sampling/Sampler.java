package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.Resource;
import dev.perfbudget.model.ResourceSample;
import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Samples forks and the machine in a thread of its own. Whoever measures only leaves word here; the one question that is
 * waited for, what a finished fork used, is asked while nothing is measured, and a sampler that once did not answer in
 * time is not asked again.
 */
public final class Sampler implements Closeable {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);

    private final BlockingQueue<Consumer<SampledForks>> requests = new LinkedBlockingQueue<>();
    private final CarefulSource source;
    private final Duration period;
    private final Consumer<ResourceSample> series;
    private volatile boolean closed;
    private volatile boolean silent;
    private volatile Duration start = Duration.ZERO;

    private Sampler(CarefulSource source, Duration period, Consumer<ResourceSample> series) {
        this.source = source;
        this.period = period;
        this.series = series;
    }

    /**
     * Starts sampling.
     *
     * @param opening makes the source, in the sampler's thread: it may take its time, and fail
     * @param period between two lines of the series, unless their cost asks for more
     * @param series is given the lines
     */
    public static Sampler start(Supplier<ResourceSource> opening, Duration period, Consumer<ResourceSample> series) {
        var sampler = new Sampler(new CarefulSource(opening), period, series);
        var thread = new Thread(sampler::sample, "perfbudget-sampler");
        thread.setDaemon(true);
        thread.start();
        return sampler;
    }

    /** A fork is alive and has not measured anything yet. */
    public void ready(long pid) {
        requests.add(forks -> forks.ready(pid));
    }

    /** A fork has ended its last iteration. */
    public void measured(long pid) {
        requests.add(forks -> forks.measured(pid));
    }

    /** What a fork used that has ended; empty if nothing is known of it. */
    public Map<Resource, Double> resourcesOf(long pid) {
        return answer(forks -> forks.take(pid)).orElse(Map.of());
    }

    /** How it went so far. */
    public SamplingReport report() {
        return answer(this::report)
                .orElseGet(() -> new SamplingReport(
                        Optional.empty(),
                        List.of("anything: the system did not answer for " + LONGEST_ANSWER.toSeconds() + " s")));
    }

    private SamplingReport report(SampledForks forks) {
        var words = String.format(Locale.ROOT, "%s; %.2f s to start", forks.cost(), start.toMillis() / 1e3);
        return new SamplingReport(Optional.of(words), source.failures());
    }

    private void sample() {
        var clocks = Clocks.ofThisThread();
        var forks = new SampledForks(source, clocks, period, series);
        forks.warmUp();
        start = Duration.ofNanos(clocks.cpuNanos());
        var due = clocks.nanoTime() + period.toNanos();
        while (!closed) {
            var request = next(due - clocks.nanoTime());
            if (request.isPresent()) {
                request.get().accept(forks);
            } else {
                due = forks.poll();
            }
        }
    }

    /** Empty if nobody wants anything for so long. */
    private Optional<Consumer<SampledForks>> next(long nanos) {
        try {
            return Optional.ofNullable(requests.poll(nanos, TimeUnit.NANOSECONDS));
        } catch (InterruptedException stop) {
            closed = true;
            return Optional.of(forks -> {});
        }
    }

    private <A> Optional<A> answer(Function<SampledForks, A> question) {
        if (silent || closed) {
            return Optional.empty();
        }
        var answer = new CompletableFuture<A>();
        requests.add(forks -> answer.complete(question.apply(forks)));
        try {
            return Optional.of(answer.get(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException unanswered) {
            silent = true;
            return Optional.empty();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        closed = true;
        requests.add(forks -> {});
    }
}
