package com.example.json;

import com.google.gson.Gson;
import dev.perfbudget.api.PerfBudget;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/** Two libraries read the same document into the same records. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReadBenchmark {

    @State(Scope.Benchmark)
    public static class Input {
        final String json = Document.text();
        final JsonMapper jackson = new JsonMapper();
        final Gson gson = new Gson();
    }

    @Benchmark
    @PerfBudget(mean = "10 ms", allocation = "195 KB")
    public Catalogue jackson(Input input) {
        return input.jackson.readValue(input.json, Catalogue.class);
    }

    @Benchmark
    @PerfBudget(mean = "10 ms", allocation = "240 KB")
    public Catalogue gson(Input input) {
        return input.gson.fromJson(input.json, Catalogue.class);
    }
}
