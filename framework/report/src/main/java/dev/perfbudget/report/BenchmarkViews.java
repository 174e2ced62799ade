package dev.perfbudget.report;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The pages of benchmarks, each made when it is asked for. */
final class BenchmarkViews implements Iterator<BenchmarkView> {

    private final List<MeasuredBenchmark> measured;
    private final List<BenchmarkName> names;
    private final ReportContent content;
    private int index;

    BenchmarkViews(ReportContent content, BenchmarkNames names) {
        this.content = content;
        this.measured = MeasuredBenchmark.of(content);
        this.names = measured.stream()
                .map(benchmark -> names.of(benchmark.verdict()))
                .toList();
    }

    @Override
    public boolean hasNext() {
        return index < measured.size();
    }

    @Override
    public BenchmarkView next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are no more than [" + measured.size() + "] benchmarks");
        }
        var view = BenchmarkView.of(
                measured.get(index),
                names.get(index),
                NeighbourView.of(names, index),
                content.rerun(),
                content.resources());
        index++;
        return view;
    }
}
