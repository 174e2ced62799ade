package dev.perfbudget.runner.execution;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.Settings;
import dev.perfbudget.runner.execution.ForkEffort.Iterations;
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
 * <p>Where iterations last long nevertheless, there are fewer, so that a block is no more than half a minute.
 */
final class IterationFit {

    private static final int MOST_OPERATIONS = 5;

    /** Of the warmup, and of the measured iterations of one side. */
    private static final Duration LONGEST_PART = Duration.ofSeconds(6);

    private static final int FEWEST_WARMUPS = 2;

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
        return new Iterations(
                isSet(SettingName.WARMUP_ITERATIONS) ? first.warmups() : count(first.warmups(), lasts, FEWEST_WARMUPS),
                isSet(SettingName.ITERATIONS) ? first.measured() : count(first.measured(), lasts, FEWEST_MEASURED),
                isSet(SettingName.ITERATION_TIME) ? first.time() : time(first.time(), operation));
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

    private static int count(int most, double lasts, int fewest) {
        return Math.min(most, Math.max(fewest, (int) (LONGEST_PART.toNanos() / lasts)));
    }

    private static Duration time(Duration time, double operation) {
        var operations = Math.ceil(time.toNanos() / operation);
        var isEqualAnyway = operation >= 2.0 * time.toNanos();
        return operations > MOST_OPERATIONS || isEqualAnyway
                ? time
                : Duration.ofNanos(Math.round((operations - 0.5) * operation));
    }
}
