package dev.perfbudget.report.chart;

import dev.perfbudget.judge.ForkFigure;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.statistics.SampleMedian;
import java.util.List;
import java.util.Optional;

/** The score of every fork of one side, in one unit. */
final class ForkValues {

    private static final int DIGITS = 4;

    private final double[] values;

    private ForkValues(double[] values) {
        this.values = values;
    }

    /** In the unit in which forks are judged; those that have none, or none that can be drawn, are left out. */
    static ForkValues of(BenchmarkRun benchmark, List<Fork> forks) {
        return new ForkValues(forks.stream()
                .flatMap(fork -> ForkFigure.score(benchmark, fork).stream())
                .mapToDouble(Quantity::value)
                .filter(Range::isDrawable)
                .toArray());
    }

    int count() {
        return values.length;
    }

    double[] values() {
        return values.clone();
    }

    Optional<Range> range() {
        return Range.of(values);
    }

    /** {@code 5 forks from 1.2 ms to 1.4 ms, median 1.3 ms}. */
    String words(AxisUnit unit) {
        return range().map(range -> values.length + (values.length == 1 ? " fork" : " forks") + " from "
                        + print(unit, range.lower()) + " to " + print(unit, range.upper()) + ", median "
                        + print(unit, SampleMedian.of(values)))
                .orElse("no fork");
    }

    private static String print(AxisUnit unit, double value) {
        return unit.print(unit.convert(value), DIGITS);
    }
}
