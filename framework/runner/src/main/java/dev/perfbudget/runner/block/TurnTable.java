package dev.perfbudget.runner.block;

import dev.perfbudget.model.Side;
import dev.perfbudget.runner.host.Turns;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one of two forks run at a time. A turn lasts until its fork asks for the next one or has ended; none begins before
 * both have asked for their first, for a JVM that starts would disturb the other. The turns of a side that has ended are
 * passed over.
 */
final class TurnTable {

    private final Iterator<Side> order;
    private final Set<Side> waiting = EnumSet.noneOf(Side.class);
    private final Set<Side> ended = EnumSet.noneOf(Side.class);
    private final Map<Side, Integer> taken = new EnumMap<>(Side.class);
    private @Nullable Side running;

    /** @param order whose turn it is; never at an end */
    TurnTable(Iterator<Side> order) {
        this.order = order;
    }

    /** The turns of one side. */
    Turns of(Side side) {
        return new Turns() {
            @Override
            public void take() {
                TurnTable.this.take(side);
            }

            @Override
            public void leave() {
                TurnTable.this.leave(side);
            }
        };
    }

    /** How many turns a side has had. */
    synchronized int taken(Side side) {
        return taken.getOrDefault(side, 0);
    }

    private synchronized void take(Side side) {
        rest(side);
        waiting.add(side);
        pass();
        waitUntil(() -> running == side);
    }

    private synchronized void leave(Side side) {
        rest(side);
        waiting.remove(side);
        ended.add(side);
        pass();
    }

    private void rest(Side side) {
        if (running == side) {
            running = null;
        }
    }

    private void pass() {
        if (running == null && !waiting.isEmpty() && waiting.size() + ended.size() == Side.values().length) {
            var next = order.next();
            while (!waiting.contains(next)) {
                next = order.next();
            }
            waiting.remove(next);
            taken.merge(next, 1, Integer::sum);
            running = next;
        }
        notifyAll();
    }

    /** Not to be interrupted: it waits for processes that are watched, and end. */
    private void waitUntil(BooleanSupplier reached) {
        var interrupted = false;
        while (!reached.getAsBoolean()) {
            try {
                wait();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
