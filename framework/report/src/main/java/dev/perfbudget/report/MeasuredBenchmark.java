package dev.perfbudget.report;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Pairing;
import dev.perfbudget.model.Pairing.PairedForks;
import dev.perfbudget.model.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A benchmark with all that was measured and decided of it.
 *
 * @param paired what a baseline's side has of it, if that took turns with it
 */
record MeasuredBenchmark(Run run, BenchmarkRun candidate, Optional<PairedForks> paired, BenchmarkVerdict verdict) {

    /** In the order of the suite; what no run has is left out. */
    static List<MeasuredBenchmark> of(ReportContent content) {
        var runs = content.runs().stream()
                .collect(Collectors.groupingBy(
                        Run::module, Collectors.collectingAndThen(Collectors.toList(), MeasuredBenchmark::inRuns)));
        var found = new ArrayList<MeasuredBenchmark>();
        for (var verdict : content.suite().benchmarks()) {
            var inRun = runs.getOrDefault(verdict.module(), Map.of()).get(verdict.id());
            if (inRun != null) {
                found.add(new MeasuredBenchmark(inRun.run, inRun.candidate, inRun.paired, verdict));
            }
        }
        return found;
    }

    private static Map<BenchmarkId, InRun> inRuns(List<Run> runs) {
        var byId = new HashMap<BenchmarkId, InRun>();
        for (var run : runs) {
            var paired = paired(run);
            for (var benchmark : run.benchmarks()) {
                byId.putIfAbsent(
                        benchmark.id(), new InRun(run, benchmark, Optional.ofNullable(paired.get(benchmark.id()))));
            }
        }
        return byId;
    }

    private static Map<BenchmarkId, PairedForks> paired(Run run) {
        return run.pairing().map(Pairing::benchmarks).orElse(List.of()).stream()
                .collect(Collectors.toMap(PairedForks::id, Function.identity(), (one, other) -> one));
    }

    /** The same with the forks that took turns with its own; without forks if there are none. */
    BenchmarkRun baseline() {
        return candidate.withForks(paired.map(PairedForks::forks).orElse(List.of()));
    }

    private record InRun(Run run, BenchmarkRun candidate, Optional<PairedForks> paired) {}
}
