package dev.perfbudget.integration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
 * Six kinds of work of which one operation does as many equal units as a file {@code units.txt} on the class path says,
 * else a hundred: so the ratio of two sides is known beforehand.
 */
@State(Scope.Thread)
@Fork(jvmArgsAppend = {"-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"})
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SlowedWork {

    static final String FILE = "units.txt";

    private static final int SIZE = 256;
    private static final Pattern WORDS = Pattern.compile("(\\w+)@(\\w+)\\.(com|org)");

    private final int units = units();
    private final long[] numbers = new Random(42).longs(SIZE).toArray();
    private final Map<Long, Long> hashed = new HashMap<>();
    private final TreeMap<Long, Long> sorted = new TreeMap<>();
    private final String text = "lorem ipsum someone@example.com dolor ".repeat(2);

    public SlowedWork() {
        for (var number : numbers) {
            hashed.put(number, number);
            sorted.put(number, number);
        }
    }

    private static int units() {
        try (var file = SlowedWork.class.getResourceAsStream("/" + FILE)) {
            return file == null
                    ? 100
                    : Integer.parseInt(new String(file.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Benchmark
    public long arraySum() {
        var sum = 0L;
        for (var unit = 0; unit < units; unit++) {
            for (var number : numbers) {
                sum += number ^ unit;
            }
        }
        return sum;
    }

    @Benchmark
    public long hashMap() {
        var sum = 0L;
        for (var unit = 0; unit < units; unit++) {
            for (var number : numbers) {
                sum += hashed.getOrDefault(number, 0L);
            }
        }
        return sum;
    }

    @Benchmark
    public long allocation() {
        var sum = 0L;
        for (var unit = 0; unit < units; unit++) {
            var rows = new long[8][];
            for (var row = 0; row < rows.length; row++) {
                rows[row] = new long[32];
            }
            sum += Arrays.hashCode(rows);
        }
        return sum;
    }

    @Benchmark
    public long sort() {
        var sum = 0L;
        for (var unit = 0; unit < units; unit++) {
            var copy = numbers.clone();
            Arrays.sort(copy);
            sum += copy[unit % SIZE];
        }
        return sum;
    }

    @Benchmark
    public long treeMap() {
        var sum = 0L;
        for (var unit = 0; unit < units; unit++) {
            for (var number : numbers) {
                sum += sorted.getOrDefault(number, 0L);
            }
        }
        return sum;
    }

    @Benchmark
    public int regex() {
        var found = 0;
        for (var unit = 0; unit < units; unit++) {
            var matcher = WORDS.matcher(text);
            while (matcher.find()) {
                found += matcher.group(1).length();
            }
        }
        return found;
    }
}
