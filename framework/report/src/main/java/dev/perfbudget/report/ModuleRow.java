package dev.perfbudget.report;

import dev.perfbudget.model.Run;

/**
 * How long a module took.
 *
 * @param took from beginning to end
 * @param measured of that, the iterations of its forks, warmup among them
 * @param forks of both sides
 */
public record ModuleRow(String module, String started, String took, String measured, String benchmarks, String forks) {

    static ModuleRow of(Run run) {
        var forks = RunForks.of(run);
        return new ModuleRow(
                SiteView.module(run.module()),
                RunView.started(run),
                RunView.duration(run),
                Texts.duration(forks.inIterations()),
                Integer.toString(run.benchmarks().size()),
                forks.count());
    }
}
