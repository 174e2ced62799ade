package dev.perfbudget.runner.host;

import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.protocol.ChildEnvironment;
import dev.perfbudget.protocol.FromHost;
import dev.perfbudget.protocol.Side;
import dev.perfbudget.protocol.ToHost;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The host of one side: started when first needed, started again when it has died, never left behind. */
public final class Hosts implements Closeable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final HostCommand command;
    private final Side side;
    private final Switchboard switchboard;
    private final Path argumentFile;
    private final Duration timeout;
    private final ForkObserver observer;
    private @Nullable Host host;
    private @Nullable String cancelled;
    private @Nullable HostFailedException failed;
    private boolean wasReady;

    /**
     * @param argumentFile where the host's arguments are written, in an existing directory
     * @param observer is told of forks that come and go
     * @param timeout silence that is accepted from forks before and after iterations, if it is longer than what these need
     */
    public Hosts(
            Side side,
            ChildEnvironment environment,
            Switchboard switchboard,
            Path argumentFile,
            ForkObserver observer,
            Duration timeout) {
        this.command = new HostCommand(side, environment);
        this.side = side;
        this.switchboard = switchboard;
        this.argumentFile = argumentFile;
        this.observer = observer;
        this.timeout = timeout;
    }

    /** What the host says of itself; starts it if there is none. */
    public FromHost.HostReady ready() throws HostFailedException {
        return living().ready();
    }

    /** The benchmarks that JMH's lists on the side's class path name. */
    public FromHost.BenchmarksListed benchmarks() throws HostFailedException {
        return living().benchmarks(timeout);
    }

    /** Runs one fork to its end. */
    public ForkOutcome run(ToHost.RunFork fork) {
        return run(fork, Turns.ALWAYS);
    }

    /** Runs one fork, which takes turns with others, to its end. */
    public ForkOutcome run(ToHost.RunFork fork, Turns turns) {
        try {
            return living().run(fork, timeout, turns);
        } catch (HostFailedException failed) {
            turns.leave();
            var kind = isCancelled() ? ForkFailure.Kind.NOT_REACHED : ForkFailure.Kind.NOT_STARTED;
            return new ForkOutcome.Failed(kind, failed.explanation(), "");
        }
    }

    /** Ends what is running and starts nothing any more. May be called from another thread. */
    public void cancel(String reason) {
        Host running;
        synchronized (this) {
            cancelled = reason;
            running = host;
        }
        if (running != null) {
            running.cancel(reason);
        }
    }

    /** Ends the fork that is running; another can be run when that has ended. May be called from another thread. */
    public void end(String reason) {
        Host running;
        synchronized (this) {
            running = host;
        }
        if (running != null) {
            running.cancel(reason);
        }
    }

    private synchronized boolean isCancelled() {
        return cancelled != null;
    }

    private Host living() throws HostFailedException {
        synchronized (this) {
            if (cancelled != null) {
                throw new HostFailedException("Cancelled: " + cancelled);
            }
            if (failed != null) {
                throw failed;
            }
            if (host != null && host.isAlive()) {
                return host;
            }
        }
        var started = start();
        synchronized (this) {
            host = started;
            wasReady = true;
            if (cancelled != null) {
                started.cancel(cancelled);
            }
        }
        return started;
    }

    /** Where no host could ever be started none will; where there was one, the machine may have been short of something. */
    private Host start() throws HostFailedException {
        try {
            var builder = command.builder(argumentFile, switchboard.address());
            return Host.start(builder, switchboard, Path.of(side.javaHome()), observer, LONGEST_START);
        } catch (IOException unwritable) {
            throw remember(new HostFailedException("The host's arguments could not be written to [%s]: %s"
                    .formatted(argumentFile, unwritable.getMessage())));
        } catch (HostFailedException broken) {
            throw remember(broken);
        }
    }

    private synchronized HostFailedException remember(HostFailedException failure) {
        failed = wasReady ? null : failure;
        return failure;
    }

    @Override
    public synchronized void close() {
        if (host != null) {
            host.end();
            host = null;
        }
    }
}
