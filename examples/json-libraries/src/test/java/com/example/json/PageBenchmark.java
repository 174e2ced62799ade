package com.example.json;

import dev.perfbudget.api.PerfBudget;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/** One answer of the web service; each page size is a test of its own, and the budget is for the largest. */
@State(Scope.Benchmark)
public class PageBenchmark {

    @Param({"6", "24"})
    int products;

    private final JsonMapper jackson = new JsonMapper();
    private Catalogue page;

    @Setup
    public void cutPage() {
        page = jackson.readValue(Document.text(), Catalogue.class).first(products);
    }

    @Benchmark
    @PerfBudget(throughput = "500/s", allocation = "45 KB")
    public byte[] answer() {
        return jackson.writeValueAsBytes(page);
    }
}
