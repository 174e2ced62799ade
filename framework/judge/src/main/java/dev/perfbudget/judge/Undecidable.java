package dev.perfbudget.judge;

import dev.perfbudget.model.Verdict;
import java.util.Optional;
import java.util.OptionalDouble;

/** A sample whose verdict no number has a part in. */
record Undecidable(Verdict verdict) implements SampleComparison {

    @Override
    public OptionalDouble pRegressed() {
        return OptionalDouble.empty();
    }

    @Override
    public Optional<MeanRatio> meanRatio() {
        return Optional.empty();
    }

    @Override
    public Verdict verdict(double alpha) {
        return verdict;
    }
}
