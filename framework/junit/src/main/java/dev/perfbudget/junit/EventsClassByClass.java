package dev.perfbudget.junit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;

/**
 * Holds everything back until the end and then tells it test by test, class by class. Surefire needs that: it writes all
 * results since the last finished class into the report of the next one, while benchmarks of several classes are measured
 * in turn and all of them are decided at the end.
 */
final class EventsClassByClass implements TestEvents {

    private final TestEvents live;
    private final Map<Leaf, List<Consumer<Leaf>>> held = new LinkedHashMap<>();

    EventsClassByClass(TestEvents live, Collection<Leaf> leavesInOrder) {
        this.live = live;
        leavesInOrder.forEach(leaf -> held.put(leaf, new ArrayList<>()));
    }

    @Override
    public void started(Leaf leaf) {
        hold(leaf, live::started);
    }

    @Override
    public void published(Leaf leaf, Map<String, String> facts) {
        hold(leaf, test -> live.published(test, facts));
    }

    @Override
    public void finished(Leaf leaf, TestExecutionResult result) {
        hold(leaf, test -> live.finished(test, result));
    }

    @Override
    public void skipped(Leaf leaf, String reason) {
        hold(leaf, test -> live.skipped(test, reason));
    }

    @Override
    public void close() {
        held.forEach((leaf, events) -> events.forEach(event -> event.accept(leaf)));
        live.close();
    }

    private void hold(Leaf leaf, Consumer<Leaf> event) {
        held.computeIfAbsent(leaf, unknown -> new ArrayList<>()).add(event);
    }
}
