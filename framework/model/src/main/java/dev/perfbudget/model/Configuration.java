package dev.perfbudget.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What holds for one run, after precedence.
 *
 * @param settings how to measure and judge
 * @param budgets by benchmark, one for each that was declared, perhaps empty
 * @param notes what people should know: a pattern of the budget file that matches no benchmark of the run
 */
public record Configuration(Settings settings, Map<BenchmarkId, Budget> budgets, List<String> notes) {

    public Configuration {
        budgets = Collections.unmodifiableMap(new LinkedHashMap<>(budgets));
        notes = List.copyOf(notes);
    }

    /** The budget of a benchmark of this run. */
    public Budget budgetOf(BenchmarkId benchmark) {
        return budgets.getOrDefault(benchmark, Budget.NONE);
    }
}
