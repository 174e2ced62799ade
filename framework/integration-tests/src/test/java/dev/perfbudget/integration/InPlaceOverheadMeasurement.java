package dev.perfbudget.integration;

import dev.perfbudget.agent.inplace.InPlaceMeasurement;
import dev.perfbudget.agent.inplace.InPlaceRecord;
import dev.perfbudget.agent.inplace.Operation;
import dev.perfbudget.protocol.FromFork.IterationEnded;
import dev.perfbudget.protocol.FromRunner.TurnGranted;
import dev.perfbudget.statistics.StudentTBounds;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What measuring in place costs an operation, beside a hand-written loop over the same operation with one reading of the
 * clock before and one after it, in turn. Prints mean differences with 95 % t intervals over rounds.
 */
public final class InPlaceOverheadMeasurement {

    private static final Duration SLICE = Duration.ofMillis(20);
    private static final int SLICES = 5;
    private static final List<Long> LENGTHS = List.of(1_000L, 100_000L, 10_000_000L);
    private static final double TWO_SIDED = 0.975;

    private final int steps;
    private final int operationsOfLoop;
    private long state = 1;

    private InPlaceOverheadMeasurement(int steps, int operationsOfLoop) {
        this.steps = steps;
        this.operationsOfLoop = operationsOfLoop;
    }

    /** Expects the number of rounds. */
    public static void main(String[] arguments) throws Exception {
        var rounds = Integer.parseInt(arguments[0]);
        var stepNanos = calibrated();
        for (var length : LENGTHS) {
            var steps = Math.toIntExact(Math.max(1, Math.round(length / stepNanos)));
            var operations = Math.toIntExact(SLICES * SLICE.toNanos() / length);
            new InPlaceOverheadMeasurement(steps, operations).measure(length, rounds);
        }
    }

    /** The work: a chain of multiplications that nothing can shorten. */
    void work() {
        var value = state;
        for (var step = 0; step < steps; step++) {
            value = value * 6364136223846793005L + 1442695040888963407L;
        }
        state = value;
    }

    private void measure(long length, int rounds) throws Exception {
        var method = InPlaceOverheadMeasurement.class.getDeclaredMethod("work");
        var operation = InPlaceMeasurement.calling(method, Optional.of(this), List.of())
                .orElseThrow();
        loop();
        inPlace(operation);
        var told = new double[rounds];
        var spent = new double[rounds];
        var loops = 0.0;
        for (var round = 0; round < rounds; round++) {
            // Half before and half after, so that a drift of the machine falls on both sides.
            var before = loop();
            var slices = inPlace(operation).slices();
            var loop = (before + loop()) / 2;
            loops += loop / rounds;
            told[round] = perOperation(slices, slice -> slice.score() * slice.operations()) - loop;
            spent[round] = perOperation(slices, IterationEnded::nanos) - loop;
        }
        print("the mean that is told", told, length, loops);
        print("the time that passes", spent, length, loops);
    }

    private double loop() {
        var start = System.nanoTime();
        for (var operation = 0; operation < operationsOfLoop; operation++) {
            work();
        }
        return (System.nanoTime() - start) / (double) operationsOfLoop;
    }

    private static InPlaceRecord inPlace(Operation operation) throws Exception {
        var effort = new TurnGranted(
                0, SLICES, SLICE.toNanos(), 1, Duration.ofMinutes(1).toNanos());
        return new InPlaceMeasurement(effort, System.out::println).run(operation, operation);
    }

    private static double perOperation(List<IterationEnded> slices, ToDoubleFunction<IterationEnded> nanos) {
        var counted = slices.stream().filter(slice -> !slice.warmup()).toList();
        return counted.stream().mapToDouble(nanos).sum()
                / counted.stream().mapToLong(IterationEnded::operations).sum();
    }

    private static void print(String what, double[] differences, long length, double loop) {
        var bounds = StudentTBounds.ofMean(differences, TWO_SIDED).orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%,12d ns (loop %,.1f ns): %s is longer by %.1f ns, 95 %% interval %.1f to %.1f (%.3f %%), %d rounds%n",
                length,
                loop,
                what,
                bounds.point(),
                bounds.lower(),
                bounds.upper(),
                100 * bounds.point() / loop,
                differences.length);
    }

    /** Nanoseconds of a step. */
    private static double calibrated() {
        var probe = new InPlaceOverheadMeasurement(1_000_000, 20);
        probe.loop();
        return probe.loop() / 1_000_000;
    }
}
