package dev.perfbudget.report;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The pages of benchmarks, each made when it is asked for. */
final class BenchmarkViews implements Iterator<BenchmarkView> {

    private final List<MeasuredBenchmark> measured;
    private final List<BenchmarkName> names;
    private final Rerun rerun;
    private int index;

    BenchmarkViews(List<MeasuredBenchmark> measured, BenchmarkNames names, Rerun rerun) {
        this.measured = measured;
        this.names = measured.stream()
                .map(benchmark -> names.of(benchmark.verdict()))
                .toList();
        this.rerun = rerun;
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
        var view = BenchmarkView.of(measured.get(index), names.get(index), NeighbourView.of(names, index), rerun);
        index++;
        return view;
    }
}
