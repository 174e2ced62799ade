package dev.perfbudget.report;

import dev.perfbudget.judge.ForkFigure;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.StandardMetric;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One finished fork, with the numbers it was judged by.
 *
 * @param number from 1
 * @param score mean of its steady iterations
 * @param steadiness from which iteration on its times stayed level, or that they did not
 * @param iterations how many were kept
 * @param allocation bytes per operation
 * @param cpu processor time per operation
 * @param collections how often and how long garbage was collected
 */
public record ForkRow(
        String number,
        String score,
        String steadiness,
        String iterations,
        String allocation,
        String cpu,
        String collections) {

    private static final String UNKNOWN = "-";

    static List<ForkRow> of(BenchmarkRun benchmark) {
        var forks = benchmark.forks();
        var scores = column(forks, fork -> ForkFigure.score(benchmark, fork));
        var allocations = column(forks, fork -> ForkFigure.of(StandardMetric.ALLOCATION, benchmark, fork));
        var cpu = column(forks, fork -> ForkFigure.of(StandardMetric.CPU, benchmark, fork));
        return IntStream.range(0, forks.size())
                .mapToObj(i -> of(forks.get(i), scores.get(i), allocations.get(i), cpu.get(i)))
                .toList();
    }

    private static List<String> column(List<Fork> forks, Function<Fork, Optional<Quantity>> figure) {
        var cells = forks.stream().map(figure).toList();
        return cells.stream().map(NumberColumn.of(cells)::print).toList();
    }

    private static ForkRow of(Fork fork, String score, String allocation, String cpu) {
        var measured = fork.iterations().stream()
                .filter(iteration -> !iteration.warmup())
                .toList();
        return new ForkRow(
                Integer.toString(fork.index() + 1),
                score,
                steadiness(fork),
                fork.iterations().size() - measured.size() + " + " + measured.size(),
                allocation,
                cpu,
                collections(measured));
    }

    private static String steadiness(Fork fork) {
        var steadiness = fork.steadiness();
        if (!steadiness.steady()) {
            return "not steady";
        }
        return isTimed(fork) ? "from iteration " + (steadiness.from() + 1) : UNKNOWN;
    }

    /** Files of other tools tell neither how long iterations took nor whether they were level. */
    private static boolean isTimed(Fork fork) {
        return fork.iterations().stream()
                .anyMatch(iteration -> !iteration.duration().isZero());
    }

    private static String collections(List<Iteration> measured) {
        var count = total(measured, "gc.count");
        var time = total(measured, "gc.time");
        if (count.isEmpty() || time.isEmpty()) {
            return UNKNOWN;
        }
        return count.getAsLong() == 0 ? "none" : count.getAsLong() + " in " + time.getAsLong() + " ms";
    }

    /** Unknown as soon as one iteration does not know it. */
    private static OptionalLong total(List<Iteration> measured, String counter) {
        var values = measured.stream()
                .map(iteration -> iteration.counters().get(counter))
                .toList();
        if (values.isEmpty() || values.contains(null)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(values.stream().mapToLong(Long::longValue).sum());
    }
}
