package dev.perfbudget.report.chart;

import dev.perfbudget.judge.ForkFigure;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Score;
import dev.perfbudget.model.Unit;
import dev.perfbudget.statistics.SampleMedian;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The score of every fork of one side, in one unit. */
final class ForkValues {

    private final List<Value> all;

    /**
     * The score of one fork.
     *
     * @param fork its number, from 1
     */
    record Value(int fork, double value) {}

    private ForkValues(List<Value> all) {
        this.all = all;
    }

    /** In the unit in which forks are judged; those that have none, or none that can be drawn, are left out. */
    static ForkValues of(BenchmarkRun benchmark, List<Fork> forks) {
        return new ForkValues(forks.stream()
                .flatMap(fork -> ForkFigure.score(benchmark, fork).stream()
                        .map(score -> new Value(fork.index() + 1, score.value())))
                .filter(found -> Range.isDrawable(found.value()))
                .toList());
    }

    /** Of the forks that a score stands on, in another unit of its dimension. */
    static ForkValues of(Score score, Unit unit) {
        var values = score.values();
        return new ForkValues(IntStream.range(0, values.size())
                .mapToObj(fork -> new Value(fork + 1, score.point().unit().convert(values.get(fork), unit)))
                .filter(found -> Range.isDrawable(found.value()))
                .toList());
    }

    int count() {
        return all.size();
    }

    List<Value> all() {
        return all;
    }

    double[] values() {
        return all.stream().mapToDouble(Value::value).toArray();
    }

    Optional<Range> range() {
        return Range.of(values());
    }

    /** {@code 5 forks from 1.2 ms to 1.4 ms, median 1.3 ms}. */
    String words(AxisUnit unit) {
        return range().map(range -> count() + (count() == 1 ? " fork" : " forks") + " from "
                        + unit.read(range.lower()) + " to " + unit.read(range.upper()) + ", median "
                        + unit.read(SampleMedian.of(values())))
                .orElse("no fork");
    }
}
