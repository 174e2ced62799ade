package dev.perfbudget.model;

import java.util.Optional;

/** Something that a limit can be set on, by name. */
public sealed interface Metric permits StandardMetric, RecordedMetric {

    /** As written in budgets and files: {@code mean}, {@code p99}, {@code gc.count}. */
    String label();

    /** What it measures; empty for a recorded metric, whose unit is known only once it was measured. */
    Optional<Dimension> dimension();

    /** Where it stands in lists: standard metrics in their order, then recorded ones. */
    int order();

    /** The metric of a label: a standard one, else a recorded one. */
    static Metric labelled(String label) {
        return StandardMetric.labelled(label).<Metric>map(metric -> metric).orElseGet(() -> new RecordedMetric(label));
    }
}
