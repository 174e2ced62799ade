package dev.perfbudget.runner.execution;

import java.time.Duration;
import java.util.Collection;

/**
 * About how much longer blocks will be measured, as far as one can know: what is still to come of the benchmarks of a stage,
 * each at its own pace, and at that of the others before its first block; never beyond the time there is.
 */
final class TimeLeft {

    private TimeLeft() {}

    static Duration of(Collection<PairedBenchmark> benchmarks, WallCap cap) {
        var known = benchmarks.stream()
                .map(benchmark -> benchmark.measured().expected())
                .filter(block -> !block.isZero())
                .toList();
        if (known.isEmpty()) {
            return Duration.ZERO;
        }
        var typical = known.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(known.size());
        var left = benchmarks.stream().map(benchmark -> of(benchmark, typical)).reduce(Duration.ZERO, Duration::plus);
        return left.compareTo(cap.left()) < 0 ? left : cap.left();
    }

    private static Duration of(PairedBenchmark benchmark, Duration typical) {
        var own = benchmark.measured().expected();
        return (own.isZero() ? typical : own)
                .multipliedBy(benchmark.blocksToCome())
                .plus(benchmark.untilConfirmed());
    }
}
