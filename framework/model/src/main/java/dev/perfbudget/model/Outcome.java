package dev.perfbudget.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What becomes of a suite, or of one benchmark of it. */
public enum Outcome {
    /** Everything that could break held, or there was nothing to hold against, which is said. */
    PASSED,
    /** A limit is broken, a benchmark regressed, could not be measured, or is missing. */
    FAILED,
    /** A limit is undecided, or a comparison inconclusive, and policy lets that fail. */
    INCONCLUSIVE,
    /** Nothing at all was judged. */
    INVALID;

    private static final List<Outcome> WORST_FIRST = List.of(FAILED, INCONCLUSIVE, INVALID, PASSED);

    /** Of several together: none is hidden by another that is better. */
    static Outcome worst(Stream<Outcome> outcomes) {
        return outcomes.min(Comparator.comparingInt(WORST_FIRST::indexOf)).orElse(INVALID);
    }
}
