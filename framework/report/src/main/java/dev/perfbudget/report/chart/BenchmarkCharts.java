package dev.perfbudget.report.chart;

import dev.perfbudget.judge.BlockSequence;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Pairing.DisturbedBlock;
import dev.perfbudget.model.Pairing.PairedForks;
import dev.perfbudget.model.SampleVerdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All pictures of one benchmark, in the order in which a page shows them; those that there is nothing for are absent. */
public final class BenchmarkCharts {

    private BenchmarkCharts() {}

    /**
     * The pictures.
     *
     * @param baseline what the baseline's side has of the benchmark, if it was measured beside it
     * @param lines what was sampled during the run
     */
    public static List<Chart> of(
            BenchmarkRun benchmark, BenchmarkVerdict verdict, Optional<PairedForks> baseline, ResourceLines lines) {
        var forks = baseline.map(PairedForks::forks).orElse(List.<Fork>of());
        var score = verdict.samples().stream()
                .filter(sample -> sample.id().isScore())
                .findFirst();
        return Stream.of(
                        verdict.compared().stream().flatMap(sample -> RatioChart.of(sample).stream()),
                        score.flatMap(sample -> blocks(benchmark, sample, forks, baseline)).stream(),
                        DistributionChart.of(benchmark, forks, score).stream(),
                        LimitsChart.of(verdict.limits()).stream(),
                        PercentilesChart.of(benchmark, forks, verdict.limits()).stream(),
                        IterationsChart.of(benchmark, forks).stream(),
                        ResourcesChart.of(benchmark, lines).stream())
                .flatMap(charts -> charts)
                .toList();
    }

    private static Optional<Chart> blocks(
            BenchmarkRun benchmark, SampleVerdict score, List<Fork> forks, Optional<PairedForks> baseline) {
        return BlockSequence.of(benchmark, forks, score)
                .flatMap(blocks -> BlocksChart.of(
                        score, blocks, baseline.map(BenchmarkCharts::disturbed).orElse(Set.of())));
    }

    /** Those that count all the same. */
    private static Set<Integer> disturbed(PairedForks baseline) {
        return baseline.disturbed().stream()
                .filter(block -> block.replaced().isEmpty())
                .map(DisturbedBlock::index)
                .collect(Collectors.toSet());
    }
}
