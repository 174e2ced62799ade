package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.Audit;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.report.chart.ResourceLines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a report is about.
 *
 * @param runs those that the verdict was made from
 * @param audits the last ones of the gates that judged them, by the module of the run
 * @param next what can be run next
 * @param resources what was sampled meanwhile
 */
public record ReportContent(
        SuiteVerdict suite, List<Run> runs, Map<String, Audit> audits, NextCommands next, ResourceLines resources) {

    public ReportContent {
        runs = List.copyOf(runs);
        audits = Map.copyOf(audits);
    }

    /** Of a gate that nothing is known of, measured by plain Maven, of which no samples are at hand. */
    public ReportContent(SuiteVerdict suite, List<Run> runs) {
        this(suite, runs, Map.of(), NextCommands.OF_MAVEN, new ResourceLines());
    }

    /** What the last audits say of the runs, by module; of what was measured in place, audits know nothing. */
    Map<String, List<String>> auditNotes() {
        var notes = new LinkedHashMap<String, List<String>>();
        for (var run : runs) {
            if (audits.containsKey(run.module()) && isInForks(run)) {
                var words = Sentences.about(audits.get(run.module()), run);
                notes.merge(run.module(), List.of(words), ReportContent::distinct);
            }
        }
        return notes;
    }

    private static List<String> distinct(List<String> known, List<String> more) {
        return Stream.concat(known.stream(), more.stream()).distinct().toList();
    }

    private static boolean isInForks(Run run) {
        return run.benchmarks().stream().anyMatch(benchmark -> benchmark.id().mode() != BenchmarkMode.IN_PLACE);
    }
}
