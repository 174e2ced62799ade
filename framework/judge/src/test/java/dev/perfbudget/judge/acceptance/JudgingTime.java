package dev.perfbudget.judge.acceptance;

import dev.perfbudget.judge.Comparer;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Sample;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How long the judge takes for 1 000 benchmarks of 20 forks of 20 iterations a side: in a new JVM, nothing warmed up,
 * processor time of all threads, the JIT's included. By hand, best on one core: {@code taskset -c 0 java -cp …
 * dev.perfbudget.judge.acceptance.JudgingTime}.
 */
final class JudgingTime {

    private static final int BENCHMARKS = 1_000;
    private static final int FORKS = 20;
    private static final int ITERATIONS = 20;
    private static final double NANOSECONDS = 1e-9;
    /** Until what made the figures is compiled: that is not what is measured. */
    private static final long SETTLING = 3_000;

    private JudgingTime() {}

    /** Prints wall and processor time. */
    public static void main(String[] arguments) throws InterruptedException {
        var random = new Random(1);
        var baseline = side(1, random);
        var candidate = side(1.05, random);
        Thread.sleep(SETTLING);
        var cpu = processorTime();
        var wall = System.nanoTime();
        var verdict = new Comparer(ComparisonRules.DEFAULT).compare(baseline, candidate);
        System.out.printf(
                Locale.ROOT,
                "%d benchmarks x %d forks x %d iterations a side: %.2f s wall, %.2f s processor time; %s%n",
                BENCHMARKS,
                FORKS,
                ITERATIONS,
                (System.nanoTime() - wall) * NANOSECONDS,
                (processorTime() - cpu) * NANOSECONDS,
                verdict.comparison().orElseThrow().counts());
    }

    private static List<Measurements> side(double ratio, Random random) {
        var samples = IntStream.range(0, BENCHMARKS)
                .mapToObj(benchmark -> sample(benchmark, ratio, random))
                .toList();
        return List.of(new Measurements("side", samples, Optional.empty(), List.of()));
    }

    private static Sample sample(int benchmark, double ratio, Random random) {
        var forks = new double[FORKS][ITERATIONS];
        for (var fork : forks) {
            var level = ratio * Math.exp(0.03 * random.nextGaussian());
            for (var i = 0; i < ITERATIONS; i++) {
                fork[i] = level * (1 + 0.02 * random.nextDouble());
            }
        }
        return Suite.sample("org.example.Bench.b" + benchmark, List.<double[][]>of(forks));
    }

    private static long processorTime() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean process ? process.getProcessCpuTime() : 0;
    }
}
