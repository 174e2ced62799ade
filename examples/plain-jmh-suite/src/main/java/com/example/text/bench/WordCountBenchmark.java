package com.example.text.bench;

import com.example.text.WordCount;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
public class WordCountBenchmark {

    private final String text = Words.text(2_000);

    @Benchmark
    public Map<String, Integer> count() {
        return WordCount.of(text);
    }
}
