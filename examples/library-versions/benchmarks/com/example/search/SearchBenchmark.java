package com.example.search;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
// A default heap grows with the machine, and fetches its memory while it is measured.
@Fork(jvmArgsAppend = {"-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"})
public class SearchBenchmark {

    private static final List<String> WORDS =
            List.of("river", "tree", "hill", "meadow", "stone", "rain", "wind", "path", "bridge", "bird", "ridge", "rock");

    private final List<String> texts = texts(2_000);
    private final Index index = new Index(texts);

    @Benchmark
    public int[] withBoth() {
        return index.withBoth("river", "tree");
    }

    @Benchmark
    public List<String> wordsFrom() {
        return index.wordsFrom("r");
    }

    @Benchmark
    public List<String> words() {
        return Words.of(texts.get(0));
    }

    /** The same in every fork. */
    private static List<String> texts(int count) {
        var random = new Random(42);
        return IntStream.range(0, count)
                .mapToObj(text -> random.ints(12, 0, WORDS.size())
                        .mapToObj(WORDS::get)
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
