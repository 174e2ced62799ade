package dev.perfbudget.runner.execution;

import java.time.Duration;
import java.util.Collection;

/**
 * About how much longer blocks will be measured, as far as one can know: what is still to come of the benchmarks of a stage,
 * each at its own pace; before its first block that takes as long as is known beforehand, and those after it as long as
 * blocks of the others. Never beyond the time there is.
 */
final class TimeLeft {

    private TimeLeft() {}

    static Duration of(Collection<PairedBenchmark> benchmarks, WallCap cap) {
        var known = benchmarks.stream()
                .filter(PairedBenchmark::isMeasured)
                .map(PairedBenchmark::expected)
                .toList();
        if (known.isEmpty()) {
            return Duration.ZERO;
        }
        var typical = known.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(known.size());
        var left = benchmarks.stream().map(benchmark -> of(benchmark, typical)).reduce(Duration.ZERO, Duration::plus);
        return left.compareTo(cap.left()) < 0 ? left : cap.left();
    }

    private static Duration of(PairedBenchmark benchmark, Duration typical) {
        var blocks = benchmark.blocksToCome();
        if (benchmark.isMeasured()) {
            return benchmark.expected().multipliedBy(blocks).plus(benchmark.untilConfirmed());
        }
        var first = benchmark.expected().isZero() ? typical : benchmark.expected();
        return blocks == 0 ? Duration.ZERO : first.plus(typical.multipliedBy(blocks - 1));
    }
}
