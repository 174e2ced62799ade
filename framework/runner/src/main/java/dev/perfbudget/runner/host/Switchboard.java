package dev.perfbudget.runner.host;

import dev.perfbudget.protocol.FromFork;
import dev.perfbudget.protocol.FromHost;
import dev.perfbudget.protocol.Link;
import dev.perfbudget.protocol.LinkServer;
import dev.perfbudget.protocol.Message;
import dev.perfbudget.runner.process.ProcessTree;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Where hosts and forks connect; passes what each says on to the events of the host it belongs to. */
public final class Switchboard implements Closeable {

    private static final Duration FOR_EVER = Duration.ofDays(20);
    private static final Duration UNTIL_EXPECTED = Duration.ofSeconds(5);

    private final LinkServer server;
    private final Map<Long, Consumer<HostEvent>> hosts = new HashMap<>();
    private volatile boolean closed;

    private Switchboard(LinkServer server) {
        this.server = server;
    }

    /** Opens a switchboard that answers from now on. */
    public static Switchboard open() throws IOException {
        var switchboard = new Switchboard(new LinkServer());
        daemon("perfbudget-switchboard", switchboard::acceptAll);
        return switchboard;
    }

    /** What a child needs to connect. */
    String address() {
        return server.address();
    }

    /** From now on events of this host process and of its forks go there. */
    synchronized void expect(long hostPid, Consumer<HostEvent> events) {
        hosts.put(hostPid, events);
        notifyAll();
    }

    synchronized void forget(long hostPid) {
        hosts.remove(hostPid);
    }

    private void acceptAll() {
        while (!closed) {
            try {
                var link = server.accept(FOR_EVER);
                daemon("perfbudget-link", () -> serve(link));
            } catch (IOException failed) {
                // One child that could not connect; it is missed by whoever started it.
                pause();
            }
        }
    }

    private void serve(Link link) {
        try (link) {
            var first = link.receive().orElse(null);
            if (first instanceof FromHost.HostReady ready) {
                serveHost(link, ready);
            }
            if (first instanceof FromFork.ForkReady ready) {
                serveFork(link, ready);
            }
        } catch (IOException broken) {
            // Its events have ended with "gone", which is all that anybody can know.
        }
    }

    private void serveHost(Link link, FromHost.HostReady ready) throws IOException {
        var events = eventsOf(ready.pid());
        if (events.isEmpty()) {
            return;
        }
        events.get().accept(new HostEvent.HostConnected(link, ready));
        try {
            relay(link, FromHost.class, said -> events.get().accept(new HostEvent.HostSaid(said)));
        } finally {
            events.get().accept(new HostEvent.HostGone());
        }
    }

    private void serveFork(Link link, FromFork.ForkReady ready) throws IOException {
        var host = ProcessTree.parentOf(ready.pid());
        var events = host.isPresent() ? eventsOf(host.getAsLong()) : Optional.<Consumer<HostEvent>>empty();
        if (events.isEmpty()) {
            return;
        }
        events.get().accept(new HostEvent.ForkSaid(ready.pid(), link, ready));
        try {
            relay(link, FromFork.class, said -> events.get().accept(new HostEvent.ForkSaid(ready.pid(), link, said)));
        } finally {
            events.get().accept(new HostEvent.ForkGone(ready.pid()));
        }
    }

    private static <M extends Message> void relay(Link link, Class<M> type, Consumer<M> to) throws IOException {
        for (var said = link.receive(); said.isPresent(); said = link.receive()) {
            to.accept(type.cast(said.get()));
        }
    }

    /** A host may connect a moment before it is expected: its process id is known only once it runs. */
    private synchronized Optional<Consumer<HostEvent>> eventsOf(long hostPid) {
        var end = System.nanoTime() + UNTIL_EXPECTED.toNanos();
        try {
            while (!hosts.containsKey(hostPid) && System.nanoTime() < end) {
                wait(100);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return Optional.ofNullable(hosts.get(hostPid));
    }

    /** What fails once may fail for a while: no reason to spin. */
    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        try {
            server.close();
        } catch (IOException closedAlready) {
            // Nobody will connect any more, either way.
        }
    }
}
