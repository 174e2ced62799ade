package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.Difference;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of runs beside the stored baseline.
 *
 * @param comparison empty if there is nothing that any of them is compared with
 * @param otherClass of benchmarks whose environment class has no session: how the nearest that has differs
 */
record StoredVerdicts(
        Optional<SuiteComparison> comparison, Map<BenchmarkId, List<Difference>> otherClass, List<String> notes) {

    /** Nothing was accepted yet. */
    static StoredVerdicts none(List<String> notes) {
        return new StoredVerdicts(Optional.empty(), Map.of(), notes);
    }

    /** What became of a benchmark's metrics. */
    List<SampleVerdict> of(BenchmarkId benchmark) {
        return comparison.stream()
                .flatMap(found -> found.verdicts().stream())
                .filter(verdict -> verdict.key().isOf(benchmark))
                .toList();
    }

    List<Difference> differences(BenchmarkId benchmark) {
        return otherClass.getOrDefault(benchmark, List.of());
    }

    /** Together with those of runs of another environment class; one geometric mean cannot speak of both. */
    StoredVerdicts with(StoredVerdicts others) {
        var classes = new HashMap<>(otherClass);
        classes.putAll(others.otherClass);
        var all = new ArrayList<>(notes);
        all.addAll(others.notes);
        var both = comparison
                .flatMap(one -> others.comparison.map(other -> both(one, other)))
                .or(() -> comparison)
                .or(() -> others.comparison);
        return new StoredVerdicts(both, classes, all);
    }

    private static SuiteComparison both(SuiteComparison one, SuiteComparison other) {
        var verdicts = new ArrayList<>(one.verdicts());
        verdicts.addAll(other.verdicts());
        return new SuiteComparison(one.rules(), verdicts, Optional.empty());
    }
}
