package dev.perfbudget.report;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** The pages of benchmarks, each made when it is asked for, so that not all of them have to be in memory. */
final class BenchmarkViews {

    private final List<MeasuredBenchmark> measured;
    private final List<BenchmarkName> names;
    private final ReportContent content;

    BenchmarkViews(ReportContent content, BenchmarkNames names) {
        this.content = content;
        this.measured = MeasuredBenchmark.of(content);
        this.names = measured.stream()
                .map(benchmark -> names.of(benchmark.verdict()))
                .toList();
    }

    int size() {
        return measured.size();
    }

    /** May be asked for by several threads. */
    BenchmarkView get(int index) {
        return BenchmarkView.of(
                measured.get(index),
                names.get(index),
                NeighbourView.of(names, index),
                content.next(),
                content.resources());
    }

    /** All of them, once. */
    Iterator<BenchmarkView> iterator() {
        return IntStream.range(0, size()).mapToObj(this::get).iterator();
    }
}
