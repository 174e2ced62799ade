package dev.perfbudget.integration;

import dev.perfbudget.agent.inplace.InPlaceMeasurement;
import dev.perfbudget.agent.inplace.InPlaceRecord;
import dev.perfbudget.agent.inplace.Operation;
import dev.perfbudget.protocol.FromFork.IterationEnded;
import dev.perfbudget.protocol.FromRunner.TurnGranted;
import dev.perfbudget.statistics.OrderStatisticInterval;
import dev.perfbudget.statistics.SampleMedian;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * What measuring in place costs an operation, beside a hand-written loop over the same operation with one reading of the
 * clock before and one after it, in turn. Prints median differences with 95 % intervals over rounds by
 * their order, because what else runs on a machine only ever adds.
 */
public final class InPlaceOverheadMeasurement {

    /** Short, so that what else runs on the machine hits most rounds on both sides alike, or on neither. */
    private static final Duration SLICE = Duration.ofMillis(2);

    private static final List<Long> LENGTHS = List.of(1_000L, 100_000L, 10_000_000L);
    private static final int WARMUPS = 20;
    private static final int PROBE_STEPS = 10_000;
    private static final int PROBES = 10_000;
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
            var operations = Math.toIntExact(Math.max(1, SLICE.toNanos() / length));
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
        var operation =
                InPlaceMeasurement.calling(method, Optional.of(this), List.of()).orElseThrow();
        for (var warmup = 0; warmup < WARMUPS; warmup++) {
            loop();
            inPlace(operation);
        }
        var told = new double[rounds];
        var spent = new double[rounds];
        var loops = new double[rounds];
        for (var round = 0; round < rounds; round++) {
            // Either is first in turn, so that a drift of the machine falls on both sides.
            var early = round % 2 == 0 ? loop() : 0;
            var slices = inPlace(operation).slices();
            var loop = round % 2 == 0 ? early : loop();
            loops[round] = loop;
            told[round] = perOperation(slices, slice -> slice.score() * slice.operations()) - loop;
            spent[round] = perOperation(slices, IterationEnded::nanos) - loop;
        }
        print("the mean that is told", told, length, SampleMedian.of(loops));
        print("the time that passes", spent, length, SampleMedian.of(loops));
    }

    private double loop() {
        var start = System.nanoTime();
        for (var operation = 0; operation < operationsOfLoop; operation++) {
            work();
        }
        return (System.nanoTime() - start) / (double) operationsOfLoop;
    }

    private static InPlaceRecord inPlace(Operation operation) throws Exception {
        var effort =
                new TurnGranted(0, 1, SLICE.toNanos(), 1, Duration.ofMinutes(1).toNanos());
        return new InPlaceMeasurement(effort, System.out::println).run(operation, operation);
    }

    private static double perOperation(List<IterationEnded> slices, ToDoubleFunction<IterationEnded> nanos) {
        var counted = slices.stream().filter(slice -> !slice.warmup()).toList();
        return counted.stream().mapToDouble(nanos).sum()
                / counted.stream().mapToLong(IterationEnded::operations).sum();
    }

    private static void print(String what, double[] differences, long length, double loop) {
        var interval = OrderStatisticInterval.of(differences, 0.5, TWO_SIDED);
        var median = SampleMedian.of(differences);
        System.out.printf(
                Locale.ROOT,
                "%,12d ns (loop %,.1f ns): %s is longer by %.1f ns, 95 %% interval %.1f to %.1f (%.3f %%), %d rounds%n",
                length,
                loop,
                what,
                median,
                interval.lower().orElseThrow(),
                interval.upper().orElseThrow(),
                100 * median / loop,
                differences.length);
    }

    /** Nanoseconds of a step: the shortest found, once it is compiled. */
    private static double calibrated() {
        var probe = new InPlaceOverheadMeasurement(PROBE_STEPS, 1);
        return DoubleStream.generate(probe::loop).limit(PROBES).min().orElseThrow() / PROBE_STEPS;
    }
}
