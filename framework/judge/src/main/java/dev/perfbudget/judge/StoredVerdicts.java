package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.Difference;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import java.util.List;
import java.util.Optional;

/**
 * What became of a run beside the stored baseline.
 *
 * @param comparison empty if there is nothing that it is compared with
 * @param otherClass how the nearest environment class that has a session differs, if that of the run has none
 */
record StoredVerdicts(Optional<SuiteComparison> comparison, List<Difference> otherClass, List<String> notes) {

    /** Compared with nothing. */
    StoredVerdicts(List<Difference> otherClass, List<String> notes) {
        this(Optional.empty(), otherClass, notes);
    }

    /** What became of a benchmark's metrics. */
    List<SampleVerdict> of(BenchmarkId benchmark) {
        return comparison.stream()
                .flatMap(found -> found.verdicts().stream())
                .filter(verdict -> verdict.key().isOf(benchmark))
                .toList();
    }
}
