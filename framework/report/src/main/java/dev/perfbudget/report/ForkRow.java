package dev.perfbudget.report;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Unit;
import java.util.List;
import java.util.OptionalLong;

/**
 * One finished fork.
 *
 * @param number from 1
 * @param score mean of its measured iterations
 * @param steadiness from which iteration on its times stayed level, or that they did not
 * @param iterations how many were kept
 * @param allocation bytes per operation over its measured iterations
 * @param cpu processor time per operation
 * @param collections how often and how long garbage was collected
 * @param strip a picture of its iterations
 */
public record ForkRow(
        String number,
        String score,
        String steadiness,
        String iterations,
        String allocation,
        String cpu,
        String collections,
        Strip strip) {

    private static final String UNKNOWN = "-";

    static List<ForkRow> of(List<Fork> forks) {
        var scale = Strip.Scale.of(forks);
        return forks.stream().map(fork -> of(fork, scale)).toList();
    }

    private static ForkRow of(Fork fork, Strip.Scale scale) {
        var measured = fork.iterations().stream()
                .filter(iteration -> !iteration.warmup())
                .toList();
        var warmups = fork.iterations().size() - measured.size();
        return new ForkRow(
                Integer.toString(fork.index() + 1),
                score(measured, fork.unit()),
                steadiness(fork),
                warmups + " + " + measured.size(),
                perOperation(measured, "allocated", Unit.BYTES),
                perOperation(measured, "cpu", Unit.NANOSECONDS),
                collections(measured),
                Strip.of(fork, scale));
    }

    private static String score(List<Iteration> measured, String unit) {
        var mean = measured.stream().mapToDouble(Iteration::score).average();
        return mean.isPresent() ? Texts.score(mean.getAsDouble(), unit) : UNKNOWN;
    }

    private static String steadiness(Fork fork) {
        var steadiness = fork.steadiness();
        return steadiness.steady() ? "from iteration " + (steadiness.from() + 1) : "not steady";
    }

    private static String perOperation(List<Iteration> measured, String counter, Unit unit) {
        var operations = measured.stream().mapToLong(Iteration::operations).sum();
        var total = total(measured, counter);
        if (operations == 0 || total.isEmpty()) {
            return UNKNOWN;
        }
        return new Quantity((double) total.getAsLong() / operations, unit).print();
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
