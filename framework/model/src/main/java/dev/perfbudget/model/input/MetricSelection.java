package dev.perfbudget.model.input;

import dev.perfbudget.model.StandardMetric;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which metrics are read from files: those that were asked for, or, if none was, what a file is judged by as a rule. It
 * remembers what it met, so that a name that fits nothing can be told from what there is.
 */
public final class MetricSelection {

    private static final String ALLOCATION_OF_JMH = "gc.alloc.rate.norm";
    private static final int MOST_REMEMBERED = 100;

    private final Set<String> wanted;
    private final Set<String> found = new HashSet<>();
    private final Set<String> met = new TreeSet<>();

    /** @param wanted by label; empty for what is judged as a rule */
    public MetricSelection(Collection<String> wanted) {
        this.wanted = wanted.stream().map(MetricSelection::label).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether a metric is to be read.
     *
     * @param isUsual whether it is judged as a rule
     */
    public boolean wants(String label, boolean isUsual) {
        if (wanted.contains(label)) {
            found.add(label);
        }
        if (met.size() < MOST_REMEMBERED) {
            met.add(Excerpt.of(label));
        }
        return wanted.isEmpty() ? isUsual : wanted.contains(label);
    }

    /** What was asked for and not met in any file. */
    public Set<String> unknown() {
        var unknown = new TreeSet<>(wanted);
        unknown.removeAll(found);
        return unknown;
    }

    /** What was met in files, as far as people want to read it. */
    public Set<String> met() {
        return Collections.unmodifiableSet(met);
    }

    /**
     * Our label of a metric that a tool names in its own way: the allocation of JMH's profiler is ours; JMH before 1.37
     * put a dot in front of profilers' names.
     */
    public static String label(String written) {
        var plain = written.startsWith("\u00b7") ? written.substring(1) : written;
        return plain.equals(ALLOCATION_OF_JMH) ? StandardMetric.ALLOCATION.label() : plain;
    }
}
