package dev.perfbudget.agent.control;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Some microseconds of multiplications, each of which waits for the one before, over numbers that stay in the nearest
 * cache. There is one way only to compile that, it allocates nothing, and it is warm after a fraction of a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CalibrationKernel {

    private static final int NUMBERS = 2048;
    private static final long FACTOR = 6364136223846793005L;

    private final long[] numbers = new long[NUMBERS];

    /** With fixed numbers. */
    public CalibrationKernel() {
        for (var i = 1; i < NUMBERS; i++) {
            numbers[i] = numbers[i - 1] * FACTOR + i;
        }
    }

    /** Always the same. */
    @Benchmark
    public long work() {
        var hash = 1L;
        for (var number : numbers) {
            hash = hash * FACTOR + number;
        }
        return hash;
    }
}
