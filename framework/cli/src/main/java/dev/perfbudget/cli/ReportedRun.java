package dev.perfbudget.cli;

import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SuiteVerdict;
import java.nio.file.Path;

/**
 * A run of which a report speaks.
 *
 * @param file that it is from
 * @param baseline what it was judged by
 */
record ReportedRun(Path file, Run run, Baseline baseline, SuiteVerdict verdict) {}
