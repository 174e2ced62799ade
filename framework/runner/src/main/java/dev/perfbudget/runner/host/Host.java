package dev.perfbudget.runner.host;

import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.protocol.FromFork;
import dev.perfbudget.protocol.FromHost;
import dev.perfbudget.protocol.Link;
import dev.perfbudget.protocol.ToHost;
import dev.perfbudget.runner.process.OutputTail;
import dev.perfbudget.runner.process.ProcessTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One live host JVM: runs one fork at a time. */
final class Host {

    private static final Duration AT_MOST_TO_END = Duration.ofSeconds(3);
    private static final Duration AT_MOST_TO_DIE = Duration.ofSeconds(5);
    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final Process process;
    private final Switchboard switchboard;
    private final OutputTail output;
    private final Link link;
    private final FromHost.HostReady ready;
    private final BlockingQueue<HostEvent> events;
    private final Path javaHome;
    private final ForkObserver observer;

    private Host(
            Process process,
            Switchboard switchboard,
            OutputTail output,
            HostEvent.HostConnected hello,
            BlockingQueue<HostEvent> events,
            Path javaHome,
            ForkObserver observer) {
        this.process = process;
        this.switchboard = switchboard;
        this.output = output;
        this.link = hello.link();
        this.ready = hello.ready();
        this.events = events;
        this.javaHome = javaHome;
        this.observer = observer;
    }

    /**
     * Starts a host and waits until it is ready.
     *
     * @throws HostFailedException if it ends, or says nothing in time; nothing is left running then
     */
    static Host start(
            ProcessBuilder command, Switchboard switchboard, Path javaHome, ForkObserver observer, Duration atMost)
            throws HostFailedException {
        Process process;
        try {
            process = command.start();
        } catch (IOException refused) {
            throw new HostFailedException("The host JVM could not be started: " + refused.getMessage());
        }
        var events = new LinkedBlockingQueue<HostEvent>();
        switchboard.expect(process.pid(), events::add);
        var output = OutputTail.of(process.getInputStream());
        var first = hello(process, events, atMost);
        if (first instanceof HostEvent.HostConnected hello) {
            return new Host(process, switchboard, output, hello, events, javaHome, observer);
        }
        switchboard.forget(process.pid());
        new ProcessTree(process.toHandle()).killAndWait(AT_MOST_TO_DIE);
        var what = first == null ? "said nothing for " + atMost.toSeconds() + " s" : "ended before it was ready";
        throw new HostFailedException("The host JVM [%s] %s. It was started with [%s]. It printed:%n%s"
                .formatted(process.pid(), what, String.join(" ", command.command()), output.awaitText()));
    }

    private static @Nullable HostEvent hello(Process process, BlockingQueue<HostEvent> events, Duration atMost) {
        var end = System.nanoTime() + atMost.toNanos();
        HostEvent first = null;
        while (first == null && System.nanoTime() < end) {
            var alive = process.isAlive();
            first = poll(events, A_MOMENT);
            if (first == null && !alive) {
                return new HostEvent.HostGone();
            }
        }
        return first;
    }

    FromHost.HostReady ready() {
        return ready;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks which benchmarks there are; a host that does not say is ended. */
    FromHost.BenchmarksListed benchmarks(Duration atMost) throws HostFailedException {
        try {
            link.send(new ToHost.ListBenchmarks());
            if (next(atMost) instanceof HostEvent.HostSaid said
                    && said.message() instanceof FromHost.BenchmarksListed listed) {
                return listed;
            }
        } catch (IOException gone) {
            // Then it has said why.
        }
        kill();
        throw new HostFailedException("The host JVM [%s] did not say which benchmarks there are. It printed:%n%s"
                .formatted(process.pid(), output.awaitText()));
    }

    /**
     * Runs one fork to its end, whatever that is.
     *
     * @param timeout silence that is accepted before and after iterations, if it is longer than what these need
     * @param turns of the fork; they are over when this returns
     */
    ForkOutcome run(ToHost.RunFork command, Duration timeout, Turns turns) {
        var exchange = new ForkExchange(this, command, new ForkWatch(timeout), turns);
        try {
            link.send(command);
            return exchange.await();
        } catch (IOException gone) {
            return died();
        } finally {
            turns.leave();
        }
    }

    /** Ends the fork that is running, if any, with this reason. */
    void cancel(String reason) {
        events.add(new HostEvent.Cancelled(reason));
    }

    /** The next event, or null if none comes in time. */
    @Nullable
    HostEvent next(Duration atMost) {
        return poll(events, atMost);
    }

    ForkOutcome died() {
        kill();
        return new ForkOutcome.Failed(
                ForkFailure.Kind.DIED,
                "The host JVM [%d] ended while the fork ran; a new one is started for what is left"
                        .formatted(process.pid()),
                output.awaitText());
    }

    /** Passes on what matters to whoever watches forks from outside. */
    void observe(HostEvent.ForkSaid said) {
        if (said.message() instanceof FromFork.ForkReady) {
            observer.ready(said.pid());
        }
        if (said.message() instanceof FromFork.MeasurementEnded) {
            observer.measured(said.pid());
        }
    }

    ThreadDump threadDump(long forkPid) {
        return ThreadDump.of(forkPid, javaHome);
    }

    /** Process ids of the JVMs that JMH started from here: known even of a fork that never reported. */
    List<Long> children() {
        return process.children().map(ProcessHandle::pid).toList();
    }

    /** Lets an idle host end by itself, so that it deletes JMH's temporary files; kills it if it does not. */
    void end() {
        try {
            link.close();
            process.waitFor(AT_MOST_TO_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException closed) {
            // Then it ends already.
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /** Ends the host with all its forks. */
    void kill() {
        switchboard.forget(process.pid());
        new ProcessTree(process.toHandle()).killAndWait(AT_MOST_TO_DIE);
    }

    private static @Nullable HostEvent poll(BlockingQueue<HostEvent> events, Duration atMost) {
        try {
            return events.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new HostEvent.Cancelled("interrupted");
        }
    }
}
