package dev.perfbudget.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.plugin.ContextEnabled;

/**
 * What became of the measurements of one module in this build. It lives in Maven's memory and not in a file, so that a
 * run of another build is never judged for this one.
 */
final class Ledger {

    private static final String KEY = Ledger.class.getName();

    private final List<Entry> entries;

    private Ledger(List<Entry> entries) {
        this.entries = entries;
    }

    /** The ledger in the context that Maven keeps for a plugin and a project. */
    @SuppressWarnings("unchecked") // Maven's own raw map, which it never looks into.
    static Ledger of(ContextEnabled goal) {
        Map<Object, Object> context = goal.getPluginContext();
        synchronized (context) {
            if (context.get(KEY) instanceof Ledger ledger) {
                return ledger;
            }
            var ledger = new Ledger(new CopyOnWriteArrayList<>());
            context.put(KEY, ledger);
            return ledger;
        }
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** All entries of one kind, in order. */
    <T extends Entry> List<T> all(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What one execution of {@code measure} came to. */
    sealed interface Entry {}

    /** Left out because somebody said so. */
    record Skipped(String reason) implements Entry {}

    /** There was nothing to measure. */
    record Nothing(String reason) implements Entry {}

    /**
     * Measured: the run's files can be judged.
     *
     * @param output where the report is written
     * @param run directory of the run, as the test JVM has said; a run id alone may be that of an earlier build
     */
    record Ran(Path output, Path run) implements Entry {}

    /** Something could not be measured. */
    record Failed(String message) implements Entry {}
}
