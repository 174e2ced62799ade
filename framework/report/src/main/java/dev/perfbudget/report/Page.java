package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.report.chart.Chart;
import dev.perfbudget.report.chart.NamedSample;
import dev.perfbudget.report.chart.SuiteCharts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The first page: what became of the suite, and how far to trust that.
 *
 * @param outcome the decision in a word
 * @param tone how it is coloured
 * @param counts how many of what there are, the worst first
 * @param sentence the decision in a sentence
 * @param about the few facts worth knowing at once
 * @param figures the suite as a whole, in numbers
 * @param pictures of the suite
 * @param gone what the baseline has and no benchmark gave, a sentence each
 * @param changed what is waived, failed, open or improved, in this order
 * @param passed benchmarks of which nothing changed
 * @param trust how far this run can be trusted
 * @param differences between the environments of baseline and candidate
 * @param classPaths what differs between the class paths of both, in words
 * @param time how long each module took
 * @param notes what else people should know
 * @param runs where and how it was measured, a run for each module
 */
public record Page(
        String outcome,
        String tone,
        List<CountView> counts,
        String sentence,
        List<Fact> about,
        List<FigureView> figures,
        List<Chart> pictures,
        List<String> gone,
        List<VerdictRow> changed,
        List<PassedRow> passed,
        List<TrustFact> trust,
        List<DifferenceRow> differences,
        List<String> classPaths,
        List<WaiverRow> waivers,
        List<ModuleRow> time,
        List<String> notes,
        List<RunView> runs) {

    static Page of(ReportContent content, BenchmarkNames names) {
        var suite = content.suite();
        var runs = content.runs();
        var classPaths = runs.stream()
                .flatMap(run -> run.pairing().stream())
                .flatMap(pairing -> pairing.differences().stream())
                .distinct()
                .toList();
        return new Page(
                outcome(suite),
                Tone.of(suite).label(),
                CountView.of(suite),
                Sentences.about(suite),
                about(content),
                FigureView.of(suite),
                SuiteCharts.ratios(named(suite, names)).stream().toList(),
                suite.gone().stream().map(Sentences::about).toList(),
                ChangedRows.of(suite, names),
                PassedRow.of(suite, names),
                TrustFact.of(content),
                DifferenceRow.of(suite),
                classPaths,
                WaiverRow.of(suite, names),
                runs.stream()
                        .filter(run -> !run.isImported())
                        .map(ModuleRow::of)
                        .toList(),
                notes(content, classPaths),
                runs.stream().map(RunView::of).toList());
    }

    private static List<NamedSample> named(SuiteVerdict suite, BenchmarkNames names) {
        return suite.benchmarks().stream()
                .flatMap(benchmark -> benchmark.samples().stream()
                        .map(sample -> new NamedSample(names.of(benchmark).name(), sample)))
                .toList();
    }

    /** Without what stands elsewhere on the page. */
    private static List<String> notes(ReportContent content, List<String> classPaths) {
        var audits =
                content.auditNotes().values().stream().flatMap(List::stream).toList();
        return content.suite().notes().stream()
                .filter(note -> classPaths.stream().noneMatch(note::endsWith))
                .filter(note -> !audits.contains(note))
                .toList();
    }

    private static String outcome(SuiteVerdict suite) {
        return switch (suite.outcome()) {
            case PASSED -> "Passed";
            case FAILED -> "Failed";
            case INCONCLUSIVE -> "Inconclusive";
            case INVALID -> "Nothing judged";
        };
    }

    private static List<Fact> about(ReportContent content) {
        var runs = content.runs();
        var facts = new ArrayList<Fact>();
        runs.stream().findFirst().ifPresent(first -> {
            facts.add(Fact.of("Measured", RunView.started(first)));
            facts.addAll(RunView.commit(first.provenance()));
            first.provenance().branch().ifPresent(branch -> facts.add(Fact.of("Branch", branch)));
            first.provenance().buildUrl().ifPresent(address -> facts.add(Fact.ofAddress("Build", address)));
        });
        runs.stream()
                .flatMap(run -> run.pairing().stream())
                .filter(pairing -> pairing.absence().isEmpty())
                .map(pairing -> pairing.baseline())
                .distinct()
                .forEach(baseline -> facts.add(Fact.of("Beside", baseline)));
        facts.add(Fact.of(
                "Benchmarks", Integer.toString(content.suite().benchmarks().size())));
        facts.add(Fact.of("Forks", RunForks.of(runs).count()));
        return facts;
    }

    /** Samples of all benchmarks, those that only inform left out. */
    static Stream<SampleVerdict> samples(SuiteVerdict suite) {
        return suite.benchmarks().stream().map(BenchmarkVerdict::samples).flatMap(List::stream);
    }
}
