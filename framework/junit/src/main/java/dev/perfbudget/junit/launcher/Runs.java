package dev.perfbudget.junit.launcher;

import dev.perfbudget.junit.PerfBudgetTestEngine;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Collects where the files of finished runs are: a run's directory need not have the name that was asked for. */
final class Runs implements TestExecutionListener {

    private final Collection<String> directories = Collections.synchronizedCollection(new LinkedHashSet<>());

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        Optional.ofNullable(entry.getKeyValuePairs().get(PerfBudgetTestEngine.RUN_ENTRY))
                .ifPresent(directories::add);
    }

    List<String> directories() {
        return List.copyOf(directories);
    }
}
