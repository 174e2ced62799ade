package dev.perfbudget.agent.host;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Where JMH writes in a host: two bounded tails, one of what the fork itself printed, one of what JMH says about it.
 * Results are not taken from here.
 */
final class ForkOutput implements OutputFormat {

    private final Tail printed = new Tail();
    private final Tail remarks = new Tail();

    /** Forgets the last fork. */
    void startFork() {
        printed.clear();
        remarks.clear();
    }

    /** What the fork printed, from its streams. */
    OutputStream printed() {
        return printed;
    }

    String printedText() {
        return printed.text();
    }

    String remarksText() {
        return remarks.text();
    }

    @Override
    public void print(String text) {
        var bytes = text.getBytes(Charset.defaultCharset());
        remarks.write(bytes, 0, bytes.length);
    }

    @Override
    public void println(String line) {
        // The hash marks JMH's talk about its progress.
        if (!line.startsWith("#") && !line.isBlank()) {
            print(line + "\n");
        }
    }

    @Override
    public void write(int value) {
        printed.write(value);
    }

    @Override
    public void write(byte[] bytes) {
        printed.write(bytes, 0, bytes.length);
    }

    @Override
    public void verbosePrintln(String line) {
        // Only what happens without asking JMH to be verbose is worth keeping.
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams iteration, int index) {
        // The fork's agent tells the runner.
    }

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams iteration, int index, IterationResult result) {
        // The fork's agent tells the runner.
    }

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {
        // There is one benchmark only, and the runner knows which.
    }

    @Override
    public void endBenchmark(BenchmarkResult result) {
        // The result is what the run returns.
    }

    @Override
    public void startRun() {
        // A run is one fork.
    }

    @Override
    public void endRun(Collection<RunResult> results) {
        // The result is what the run returns.
    }

    @Override
    public void flush() {
        // Memory needs no flushing.
    }

    @Override
    public void close() {
        // The next fork writes here again.
    }
}
