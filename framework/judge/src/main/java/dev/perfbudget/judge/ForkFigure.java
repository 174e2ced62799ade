package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.StandardMetric;
import java.util.Optional;

/** The number that one fork stands for when a metric is judged; for reports, which show what was judged. */
public final class ForkFigure {

    private ForkFigure() {}

    /** Empty if the fork does not have it. */
    public static Optional<Quantity> of(StandardMetric metric, BenchmarkRun benchmark, Fork fork) {
        return LimitJudge.figuresOf(benchmark)
                .flatMap(figures -> figures.of(metric, SteadyIterations.of(fork)))
                .or(() -> ForkResource.of(metric, fork));
    }

    /** Its mean, or its throughput where the benchmark's mode is that. */
    public static Optional<Quantity> score(BenchmarkRun benchmark, Fork fork) {
        return of(scored(benchmark.id().mode()), benchmark, fork);
    }

    static StandardMetric scored(BenchmarkMode mode) {
        return mode == BenchmarkMode.THROUGHPUT ? StandardMetric.THROUGHPUT : StandardMetric.MEAN;
    }
}
