package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.report.chart.BenchmarkCharts;
import dev.perfbudget.report.chart.Chart;
import dev.perfbudget.report.chart.ResourceLines;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything about one benchmark.
 *
 * @param outcome one word for its heading
 * @param sentences what was decided, in words
 * @param pictures of it
 * @param verdicts its lines of the table of verdicts
 * @param compared its metrics beside their baseline, with all numbers
 * @param failures forks that gave no result
 * @param sides the forks that finished: the candidate's, then those of a baseline that took turns with them
 * @param resources what its forks used
 * @param secondary its auxiliary counters and group scores
 * @param differences between the environments of baseline and candidate
 * @param rerun the command that measures it again; empty where nobody knows
 * @param earlier the same benchmark in runs before this one, the newest first
 */
public record BenchmarkView(
        BenchmarkName name,
        String outcome,
        String tone,
        List<Fact> facts,
        List<String> sentences,
        List<Chart> pictures,
        List<VerdictRow> verdicts,
        List<ComparedView> compared,
        List<FailureView.FailedForks> failures,
        List<SideView> sides,
        List<ResourceRow> resources,
        List<SecondaryRow> secondary,
        List<DifferenceRow> differences,
        String rerun,
        List<EarlierRow> earlier,
        NeighbourView neighbours) {

    static BenchmarkView of(
            MeasuredBenchmark measured,
            BenchmarkName name,
            NeighbourView neighbours,
            NextCommands next,
            ResourceLines resources) {
        var verdict = measured.verdict();
        var run = measured.candidate();
        var baseline = measured.baseline();
        var isPaired = !baseline.forks().isEmpty();
        return new BenchmarkView(
                name,
                outcome(verdict),
                Tone.of(verdict).label(),
                facts(measured),
                sentences(verdict),
                BenchmarkCharts.of(run, verdict, measured.paired(), resources),
                VerdictRow.of(verdict, name).toList(),
                verdict.compared().stream().map(ComparedView::of).toList(),
                FailureView.FailedForks.of(verdict.failures()),
                Stream.of(SideView.of(isPaired ? "candidate" : "", run), SideView.of("baseline", baseline))
                        .flatMap(List::stream)
                        .toList(),
                ResourceRow.of(run, baseline),
                SecondaryRow.of(run.forks()),
                DifferenceRow.of(verdict),
                measured.run().isImported() ? "" : next.only(run.id(), measured.run()),
                List.of(),
                neighbours);
    }

    /** The first one repeats the heading, unless it is the only one. */
    private static List<String> sentences(BenchmarkVerdict verdict) {
        var all = Sentences.about(verdict).lines().map(String::strip).toList();
        return all.size() > 1 ? all.subList(1, all.size()) : all;
    }

    static String outcome(BenchmarkVerdict verdict) {
        return switch (verdict.outcome()) {
            case PASSED -> passed(verdict);
            case FAILED -> "failed";
            case INCONCLUSIVE -> "inconclusive";
            case INVALID -> "invalid";
        };
    }

    private static String passed(BenchmarkVerdict verdict) {
        return switch (Tone.of(verdict)) {
            case OPEN -> verdict.isOpen() ? "passed, open" : "passed, waived";
            case NEUTRAL -> "measured, not judged";
            case GOOD, BAD -> "passed";
        };
    }

    private static List<Fact> facts(MeasuredBenchmark measured) {
        var run = measured.candidate();
        var isImported = measured.run().isImported();
        var score = measured.verdict()
                .score()
                .map(known -> Fact.of("Score", known.point().print()));
        return Stream.concat(
                        score.stream(),
                        Stream.of(
                                Fact.of("Mode", run.id().mode().label()),
                                Fact.of("Threads", isImported ? "" : Integer.toString(run.threads())),
                                Fact.of("Forks", run.forks().size() + (isImported ? "" : " of " + run.plannedForks())),
                                Fact.of("Workload", run.workload())))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }
}
