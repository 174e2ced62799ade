package dev.perfbudget.report;

import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Run;
import java.time.Duration;

/**
 * How long a module took.
 *
 * @param took from beginning to end
 * @param measured of that, the iterations of its forks, warmup among them
 */
public record ModuleRow(String module, String started, String took, String measured, String benchmarks, String forks) {

    static ModuleRow of(Run run) {
        var forks = run.benchmarks().stream()
                .mapToInt(benchmark -> benchmark.forks().size())
                .sum();
        return new ModuleRow(
                SiteView.module(run.module()),
                RunView.started(run),
                RunView.duration(run),
                Texts.duration(measured(run)),
                Integer.toString(run.benchmarks().size()),
                Integer.toString(forks));
    }

    private static Duration measured(Run run) {
        return run.benchmarks().stream()
                .flatMap(benchmark -> benchmark.forks().stream())
                .flatMap(fork -> fork.iterations().stream())
                .map(Iteration::duration)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
