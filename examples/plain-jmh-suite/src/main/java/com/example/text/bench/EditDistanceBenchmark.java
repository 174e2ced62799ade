package com.example.text.bench;

import com.example.text.EditDistance;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class EditDistanceBenchmark {

    @Param({"8", "64"})
    private int length;

    private String from;
    private String to;

    @Setup
    public void words() {
        var text = Words.text(length).replace(" ", "");
        from = text.substring(0, length);
        to = text.substring(length, 2 * length);
    }

    @Benchmark
    public int between() {
        return EditDistance.between(from, to);
    }
}
