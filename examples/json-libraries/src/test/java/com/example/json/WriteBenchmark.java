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

/** Two libraries write the same records: the budget on the class holds for both, a method may tighten it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@PerfBudget(mean = "20 ms", allocation = "475 KB")
public class WriteBenchmark {

    @State(Scope.Benchmark)
    public static class Input {
        final JsonMapper jackson = new JsonMapper();
        final Gson gson = new Gson();
        final Catalogue catalogue = jackson.readValue(Document.text(), Catalogue.class);
    }

    @Benchmark
    @PerfBudget(allocation = "140 KB")
    public String jackson(Input input) {
        return input.jackson.writeValueAsString(input.catalogue);
    }

    @Benchmark
    public String gson(Input input) {
        return input.gson.toJson(input.catalogue);
    }
}
