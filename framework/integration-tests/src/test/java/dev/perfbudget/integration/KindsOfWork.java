package dev.perfbudget.integration;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Six kinds of work that load a machine differently: arithmetic, hashing, allocation, branches, pointers, a parser.
 *
 * <p>The heap is touched beforehand: a virtual machine may have to get every page from its host first, which makes a fork
 * that allocates up to twenty times slower, by chance.
 */
@State(Scope.Thread)
@Fork(jvmArgsAppend = {"-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"})
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KindsOfWork {

    private static final int SIZE = 1_000;
    private static final Pattern WORDS = Pattern.compile("(\\w+)@(\\w+)\\.(com|org)");

    private final long[] numbers = new Random(42).longs(SIZE).toArray();
    private final Map<Long, Long> hashed = new HashMap<>();
    private final TreeMap<Long, Long> sorted = new TreeMap<>();
    private final String text = "lorem ipsum someone@example.com dolor ".repeat(20);

    public KindsOfWork() {
        for (var number : numbers) {
            hashed.put(number, number);
            sorted.put(number, number);
        }
    }

    @Benchmark
    public long arraySum() {
        var sum = 0L;
        for (var number : numbers) {
            sum += number;
        }
        return sum;
    }

    @Benchmark
    public long hashMap() {
        var sum = 0L;
        for (var number : numbers) {
            sum += hashed.getOrDefault(number, 0L);
        }
        return sum;
    }

    @Benchmark
    public long[][] allocation() {
        var rows = new long[32][];
        for (var row = 0; row < rows.length; row++) {
            rows[row] = new long[64];
        }
        return rows;
    }

    @Benchmark
    public long[] sort() {
        var copy = numbers.clone();
        Arrays.sort(copy);
        return copy;
    }

    @Benchmark
    public long treeMap() {
        var sum = 0L;
        for (var number : numbers) {
            sum += sorted.getOrDefault(number, 0L);
        }
        return sum;
    }

    @Benchmark
    public int regex() {
        var matcher = WORDS.matcher(text);
        var found = 0;
        while (matcher.find()) {
            found += matcher.group(1).length();
        }
        return found;
    }
}
