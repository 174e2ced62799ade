package dev.perfbudget.report;

import dev.perfbudget.model.Audit;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.report.chart.ResourceLines;
import java.util.List;
import java.util.Optional;

/**
 * What a report is about.
 *
 * @param runs those that the verdict was made from, one for each module
 * @param audit the last one of the gate that judged them
 * @param next what can be run next
 * @param resources what was sampled meanwhile
 */
public record ReportContent(
        SuiteVerdict suite, List<Run> runs, Optional<Audit> audit, NextCommands next, ResourceLines resources) {

    public ReportContent {
        runs = List.copyOf(runs);
    }

    /** Of which no samples are at hand. */
    public ReportContent(SuiteVerdict suite, List<Run> runs, Optional<Audit> audit, NextCommands next) {
        this(suite, runs, audit, next, new ResourceLines());
    }

    /** Of a gate that nothing is known of, measured by plain Maven. */
    public ReportContent(SuiteVerdict suite, List<Run> runs) {
        this(suite, runs, Optional.empty(), NextCommands.OF_MAVEN);
    }
}
