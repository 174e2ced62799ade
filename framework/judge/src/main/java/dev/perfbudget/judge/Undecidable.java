package dev.perfbudget.judge;

import dev.perfbudget.model.Verdict;

/** A sample whose verdict no number has a part in. */
record Undecidable(Verdict verdict) implements SampleComparison {

    @Override
    public SampleComparison allowing(double slowdown) {
        return this;
    }

    @Override
    public Verdict verdict(double alpha) {
        return verdict;
    }
}
