package dev.perfbudget.runner.environment;

import java.util.Comparator;
import java.util.stream.LongStream;

/** Memory sizes that count as the same: machines of one kind differ by what firmware and kernel keep for themselves. */
final class MemoryClass {

    private static final long GIGABYTE = 1L << 30;

    private MemoryClass() {}

    /** The nearest of 1, 2, 3, 4, 6, 8, 12, 16, 24 … GB. */
    static String of(long bytes) {
        var nearest = LongStream.rangeClosed(0, 12)
                .map(power -> 1L << power)
                .flatMap(size -> LongStream.of(size, size + size / 2))
                .filter(size -> size > 0)
                .boxed()
                .min(Comparator.comparingDouble(size -> Math.abs(Math.log((double) bytes / (size * GIGABYTE)))))
                .orElse(1L);
        return nearest + " GB";
    }
}
