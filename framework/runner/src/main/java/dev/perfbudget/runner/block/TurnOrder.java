package dev.perfbudget.runner.block;

import dev.perfbudget.model.Side;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.SplittableRandom;

/**
 * Whose turn it is: two turns of each side at a time, in the order ABBA or BAAB, as chance will have it. Within every
 * four turns a linear drift of the machine drops out of the difference; over many, nothing periodic stays in step.
 */
public final class TurnOrder implements Iterator<Side> {

    private final SplittableRandom random;
    private final Side first;
    private final Deque<Side> next = new ArrayDeque<>();

    /** @param seed the same seed gives the same order */
    public TurnOrder(long seed) {
        random = new SplittableRandom(seed);
        first = draw();
    }

    /** Which side is started first. */
    Side first() {
        return first;
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Side next() {
        if (next.isEmpty()) {
            var outer = draw();
            var inner = other(outer);
            next.add(outer);
            next.add(inner);
            next.add(inner);
            next.add(outer);
        }
        return next.remove();
    }

    static Side other(Side side) {
        return side == Side.BASELINE ? Side.CANDIDATE : Side.BASELINE;
    }

    private Side draw() {
        return random.nextBoolean() ? Side.BASELINE : Side.CANDIDATE;
    }
}
