package dev.perfbudget.agent.fork;

import dev.perfbudget.protocol.Link;
import dev.perfbudget.protocol.ToFork;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Halts this fork when its runner is gone.
 *
 * <p>It reads from the link, and HotSpot, when it exits, waits 300 ms for a thread that is inside a native read. So the
 * link is closed as soon as the JVM shuts down of its own accord; a shutdown that then gets stuck is halted by the clock,
 * since nobody hears of the runner any more.
 */
final class Watchdog extends Thread {

    /** How a fork ends that has lost its runner. */
    static final int LINK_LOST = 77;

    /** Beyond the 30 s after which JMH itself halts a fork that does not end. */
    private static final int LONGEST_SHUTDOWN_SECONDS = 60;

    private final Link link;
    private final Semaphore turns = new Semaphore(0);
    private volatile boolean shuttingDown;

    private Watchdog(Link link) {
        super("perfbudget-watchdog");
        this.link = link;
        setDaemon(true);
    }

    /** Starts to watch a link on which the runner says nothing but whose turn it is. */
    static Watchdog over(Link link) {
        var watchdog = new Watchdog(link);
        Runtime.getRuntime().addShutdownHook(new Thread(watchdog::letGo, "perfbudget-shutdown"));
        watchdog.start();
        return watchdog;
    }

    @Override
    public void run() {
        awaitEndOfLink();
        if (shuttingDown) {
            awaitShutdown();
        }
        Runtime.getRuntime().halt(LINK_LOST);
    }

    /** Returns when the runner has said that it is this fork's turn; does not burn time until then. */
    void awaitTurn() {
        turns.acquireUninterruptibly();
    }

    /** For a thread that finds the link broken: in a shutdown that is no reason for another exit code. */
    void haltUnlessShuttingDown() {
        if (!shuttingDown) {
            Runtime.getRuntime().halt(LINK_LOST);
        }
    }

    private void awaitEndOfLink() {
        try {
            for (var message = link.receive(); message.isPresent(); message = link.receive()) {
                if (message.get() instanceof ToFork.TakeTurn) {
                    turns.release();
                }
            }
        } catch (IOException gone) {
            // The same as the end of the stream.
        }
    }

    private static void awaitShutdown() {
        try {
            TimeUnit.SECONDS.sleep(LONGEST_SHUTDOWN_SECONDS);
        } catch (InterruptedException hurried) {
            // Then at once.
        }
    }

    private void letGo() {
        shuttingDown = true;
        try {
            link.close();
        } catch (IOException closed) {
            // It is of no more use either way.
        }
    }
}
