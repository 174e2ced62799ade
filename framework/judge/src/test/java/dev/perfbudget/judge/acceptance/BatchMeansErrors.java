package dev.perfbudget.judge.acceptance;

import dev.perfbudget.statistics.Batches;
import dev.perfbudget.statistics.StudentTBounds;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often a bound of 99 % from the batch means of one JVM is wrong about that JVM, while its iterations remember. */
final class BatchMeansErrors {

    private static final double LEVEL = 0.99;
    private static final List<Integer> LENGTHS = List.of(10, 30, 100, 300);

    private BatchMeansErrors() {}

    /** A row for each memory, a column for each number of iterations. */
    static String table(int series) {
        var head = LENGTHS.stream()
                .map(length -> length + " iterations")
                .collect(Collectors.joining(
                        " | ", series + " series a cell.\n\n| autocorrelation | ", " |\n|---|---|---|---|---|\n"));
        return head
                + Stream.of(0.0, 0.3, 0.6, 0.9)
                        .map(memory -> row(memory, series))
                        .collect(Collectors.joining());
    }

    private static String row(double memory, int series) {
        return LENGTHS.stream()
                .map(length -> String.format(Locale.ROOT, "%.1f %%", 100.0 * wrong(length, memory, series) / series))
                .collect(Collectors.joining(" | ", "| " + memory + " | ", " |\n"));
    }

    private static int wrong(int length, double memory, int series) {
        var random = new Random(Math.round(1000 * memory) + length);
        var wrong = 0;
        for (var i = 0; i < series; i++) {
            var means = Batches.of(autoregressive(length, memory, random)).stream()
                    .mapToDouble(batch -> batch.stream()
                            .mapToDouble(Double::doubleValue)
                            .average()
                            .orElseThrow())
                    .toArray();
            wrong += StudentTBounds.ofMean(means, LEVEL).orElseThrow().upper() < 0 ? 1 : 0;
        }
        return wrong;
    }

    private static List<Double> autoregressive(int length, double memory, Random random) {
        var start = random.nextGaussian() / Math.sqrt(1 - memory * memory);
        return Stream.iterate(start, value -> memory * value + random.nextGaussian())
                .limit(length)
                .toList();
    }
}
