package dev.perfbudget.runner.host;

import dev.perfbudget.protocol.FromFork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a fork has said so far, and therefore how long it may now stay silent. */
final class ForkWatch {

    /** A JVM that starts on a busy machine is not hung, whatever iterations may take. */
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    /** JMH itself waits for 30 s until threads end that a benchmark left behind. */
    private static final Duration LONGEST_END = Duration.ofSeconds(45);

    /** A thread that JMH's interrupt frees is not hung: JMH is to have its turn before the fork is killed. */
    private static final Duration JMH_FIRST = Duration.ofSeconds(10);

    private final Duration timeout;
    private final List<FromFork.IterationEnded> iterations = new ArrayList<>();
    private Optional<FromFork.ForkReady> ready = Optional.empty();
    private String doing = "before it was ready";
    private Duration patience;

    /** @param timeout silence that is accepted before and after iterations, if it is longer than what these need */
    ForkWatch(Duration timeout) {
        this.timeout = timeout;
        this.patience = atLeast(LONGEST_START);
    }

    /** A process that is not the one that reported last has nothing to say: its fork has failed before this one. */
    void heard(long pid, FromFork message) {
        if (message instanceof FromFork.ForkReady first) {
            iterations.clear();
            ready = Optional.of(first);
            patience = atLeast(LONGEST_START);
            doing = "before its first iteration";
        }
        if (ready.filter(reported -> reported.pid() == pid).isEmpty()) {
            return;
        }
        if (message instanceof FromFork.IterationStarted started) {
            patience = Duration.ofNanos(started.timeoutNanos()).plus(JMH_FIRST);
            doing = "in " + name(started.warmup(), started.index());
        }
        if (message instanceof FromFork.IterationEnded ended) {
            iterations.add(ended);
            patience = atLeast(LONGEST_END);
            doing = "after " + name(ended.warmup(), ended.index());
        }
    }

    /** How long nothing may come. */
    Duration patience() {
        return patience;
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

    private Duration atLeast(Duration least) {
        return timeout.compareTo(least) < 0 ? least : timeout;
    }

    private static String name(boolean warmup, int index) {
        return (warmup ? "warmup iteration " : "measurement iteration ") + (index + 1);
    }
}
