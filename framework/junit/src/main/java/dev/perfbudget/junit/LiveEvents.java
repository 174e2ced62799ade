package dev.perfbudget.junit;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;

/** Tells the launcher at once. A container begins with the first of its tests and ends with the last. */
final class LiveEvents implements TestEvents {

    private final EngineExecutionListener listener;
    private final Set<TestDescriptor> begun = new HashSet<>();
    private final Set<TestDescriptor> ended = new HashSet<>();

    LiveEvents(EngineExecutionListener listener) {
        this.listener = listener;
    }

    @Override
    public void started(Leaf leaf) {
        begin(leaf);
    }

    @Override
    public void published(Leaf leaf, Map<String, String> facts) {
        if (!facts.isEmpty()) {
            listener.reportingEntryPublished(leaf, ReportEntry.from(facts));
        }
    }

    @Override
    public void finished(Leaf leaf, TestExecutionResult result) {
        begin(leaf);
        listener.executionFinished(leaf, result);
        end(leaf);
    }

    @Override
    public void skipped(Leaf leaf, String reason) {
        leaf.getParent().ifPresent(this::begin);
        listener.executionSkipped(leaf, reason);
        end(leaf);
    }

    @Override
    public void close() {}

    private void begin(TestDescriptor descriptor) {
        if (descriptor.isRoot() || !begun.add(descriptor)) {
            return;
        }
        descriptor.getParent().ifPresent(this::begin);
        listener.executionStarted(descriptor);
    }

    private void end(TestDescriptor descriptor) {
        ended.add(descriptor);
        descriptor
                .getParent()
                .filter(parent -> !parent.isRoot() && ended.containsAll(parent.getChildren()))
                .ifPresent(parent -> {
                    listener.executionFinished(parent, TestExecutionResult.successful());
                    end(parent);
                });
    }
}
