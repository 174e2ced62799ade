package dev.perfbudget.runner.host;

import dev.perfbudget.protocol.FromFork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a fork has said so far, and therefore how long it may now stay silent. */
final class ForkWatch {

    private final Duration timeout;
    private final List<FromFork.IterationEnded> iterations = new ArrayList<>();
    private Optional<FromFork.ForkReady> ready = Optional.empty();
    private String doing = "before it was ready";
    private Duration planned = Duration.ZERO;

    /** @param timeout silence that is accepted beyond an iteration's own time */
    ForkWatch(Duration timeout) {
        this.timeout = timeout;
    }

    void heard(FromFork message) {
        planned = Duration.ZERO;
        if (message instanceof FromFork.ForkReady first) {
            ready = Optional.of(first);
            doing = "before its first iteration";
        }
        if (message instanceof FromFork.IterationStarted started) {
            planned = Duration.ofNanos(started.plannedNanos());
            doing = "in " + name(started.warmup(), started.index());
        }
        if (message instanceof FromFork.IterationEnded ended) {
            iterations.add(ended);
            doing = "after " + name(ended.warmup(), ended.index());
        }
    }

    /** How long nothing may come. */
    Duration patience() {
        return timeout.plus(planned);
    }

    /** For people: {@code in measurement iteration 3}. */
    String doing() {
        return doing;
    }

    Optional<FromFork.ForkReady> ready() {
        return ready;
    }

    List<FromFork.IterationEnded> iterations() {
        return List.copyOf(iterations);
    }

    long measured() {
        return iterations.stream().filter(iteration -> !iteration.warmup()).count();
    }

    private static String name(boolean warmup, int index) {
        return (warmup ? "warmup iteration " : "measurement iteration ") + (index + 1);
    }
}
