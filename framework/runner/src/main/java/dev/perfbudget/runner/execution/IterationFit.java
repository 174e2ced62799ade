package dev.perfbudget.runner.execution;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.Settings;
import dev.perfbudget.runner.block.PairedHosts;
import dev.perfbudget.statistics.SampleMedian;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Cuts the blocks that follow the first by how long operations took in that, alike for both sides; what is set stays.
 *
 * <p>An iteration lasts until its last operation ends, so where it holds few, one side may do two and the other one. The
 * fastest of iterations with one operation is not the same as the fastest of those with two, which average: simulated, with
 * operations that take 10 % longer by chance, a slowdown of 10 % came out up to 2 points too small. So iterations are to
 * end in the middle of an operation: then both sides do as many, be one even a fifth slower, and no more
 * than 0.2 points are left. Of more than five operations it is no better.
 *
 * <p>Where iterations last longer than they should, there are fewer: as many as take the same time, or a dozen, or what
 * lets a block be no more than half a minute.
 */
final class IterationFit {

    private static final int MOST_OPERATIONS = 5;

    /** Of the warmup, and of the measured iterations of one side. */
    private static final Duration LONGEST_PART = Duration.ofSeconds(6);

    private static final int FEWEST_WARMUPS = 2;

    /** So many are measured, as long as they take no more than the longest part: of fewer a ratio is less exact. */
    private static final int ENOUGH_MEASURED = 12;

    /** Of fewer nobody can say whether they are steady. */
    private static final int FEWEST_MEASURED = 5;

    private final Settings settings;

    IterationFit(Settings settings) {
        this.settings = settings;
    }

    /**
     * Counts and times of the blocks to come.
     *
     * @param first those of the first block
     */
    Iterations after(MeasuredBlock block, Iterations first) {
        var baseline = block.forks().baseline();
        var candidate = block.forks().candidate();
        var lasts = Math.max(iterationNanos(baseline), iterationNanos(candidate));
        var operation =
                Math.sqrt(operationNanos(baseline, block.threads()) * operationNanos(candidate, block.threads()));
        var counts = lasting(Duration.ofNanos(Math.round(lasts)), first);
        return new Iterations(
                counts.warmups(),
                counts.warmupTime(),
                counts.measured(),
                isSet(SettingName.ITERATION_TIME) ? first.time() : time(first.time(), operation));
    }

    /** Where the iterations of a first block last longer, it is begun anew with fewer; where all is set, it never is. */
    Duration longestTurn(Iterations first) {
        return isSet(SettingName.WARMUP_ITERATIONS) && isSet(SettingName.ITERATIONS)
                ? PairedHosts.HOWEVER_LONG
                : LONGEST_PART.multipliedBy(2).dividedBy(Math.max(1, first.warmups() + first.measured()));
    }

    /** Counts of a first block whose iterations last so long. */
    Iterations lasting(Duration turn, Iterations first) {
        var lasts = (double) turn.toNanos();
        return new Iterations(
                isSet(SettingName.WARMUP_ITERATIONS) ? first.warmups() : warmups(first, lasts),
                first.warmupTime(),
                isSet(SettingName.ITERATIONS) ? first.measured() : measured(first, lasts),
                first.time());
    }

    private static int warmups(Iterations first, double lasts) {
        var longest = Math.max(lasts, (double) first.warmupTime().toNanos());
        return Math.min(first.warmups(), Math.max(FEWEST_WARMUPS, (int) (LONGEST_PART.toNanos() / longest)));
    }

    private static int measured(Iterations first, double lasts) {
        var asLong = (int) Math.ceil(first.time().multipliedBy(first.measured()).toNanos() / lasts);
        var most = Math.min(first.measured(), Math.max(ENOUGH_MEASURED, asLong));
        return Math.min(most, Math.max(FEWEST_MEASURED, (int) (LONGEST_PART.toNanos() / lasts)));
    }

    private static double iterationNanos(Fork fork) {
        return SampleMedian.of(measured(fork)
                .mapToDouble(iteration -> iteration.duration().toNanos())
                .toArray());
    }

    private static double operationNanos(Fork fork, int threads) {
        var nanos = measured(fork)
                .mapToLong(iteration -> iteration.duration().toNanos())
                .sum();
        return (double) nanos
                * threads
                / measured(fork).mapToLong(Iteration::operations).sum();
    }

    private static Stream<Iteration> measured(Fork fork) {
        return fork.iterations().stream().filter(iteration -> !iteration.warmup());
    }

    private boolean isSet(SettingName<?> name) {
        return settings.ifDeclared(name).isPresent();
    }

    private static Duration time(Duration time, double operation) {
        var operations = Math.ceil(time.toNanos() / operation);
        var isEqualAnyway = operation >= 2.0 * time.toNanos();
        return operations > MOST_OPERATIONS || isEqualAnyway
                ? time
                : Duration.ofNanos(Math.round((operations - 0.5) * operation));
    }
}
