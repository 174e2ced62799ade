package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.Difference;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a run beside its baseline.
 *
 * @param comparison empty if there is nothing that it is compared with
 * @param information metrics that were compared as well, and decide nothing
 * @param otherClass how the nearest environment class that has a session differs, if that of the run has none
 * @param lacks what keeps the baseline of a benchmark from being measured
 */
record ComparedRun(
        Optional<SuiteComparison> comparison,
        List<SampleVerdict> information,
        List<Difference> otherClass,
        Map<BenchmarkId, String> lacks,
        List<String> notes) {

    /** Compared with stored sessions. */
    static ComparedRun stored(SuiteComparison comparison, List<String> notes) {
        return new ComparedRun(Optional.of(comparison), List.of(), List.of(), Map.of(), notes);
    }

    /** Compared with nothing. */
    static ComparedRun withNothing(List<Difference> otherClass, List<String> notes) {
        return new ComparedRun(Optional.empty(), List.of(), otherClass, Map.of(), notes);
    }

    /** To be compared with a baseline that has nothing of it. */
    static ComparedRun withoutBaseline(Map<BenchmarkId, String> lacks, String note) {
        return new ComparedRun(Optional.empty(), List.of(), List.of(), lacks, List.of(note));
    }

    /** What became of a benchmark's metrics. */
    List<SampleVerdict> of(BenchmarkId benchmark) {
        return comparison.map(found -> of(benchmark, found.verdicts())).orElse(List.of());
    }

    /** What else is known of a benchmark. */
    List<SampleVerdict> informationOn(BenchmarkId benchmark) {
        return of(benchmark, information);
    }

    private static List<SampleVerdict> of(BenchmarkId benchmark, List<SampleVerdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.key().isOf(benchmark))
                .toList();
    }
}
