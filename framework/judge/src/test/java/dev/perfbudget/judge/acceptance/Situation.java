package dev.perfbudget.judge.acceptance;

import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.Verdict;
import java.util.Random;

/**
 * A situation in which the truth is known: both sides are drawn alike, and the candidate's times multiplied by a ratio.
 *
 * @param design what is compared how: a table of docs/error-rates.md
 * @param shape how the forks spread
 * @param forks how many there are
 * @param cost how many times as long as one comparison it takes
 */
record Situation(String design, String shape, String forks, int cost, Drawn drawn) {

    /** A suite in which the first benchmark is the one that counts. */
    interface Drawn {
        Suite of(double ratio, Random random);
    }

    /** As the document names it. */
    String name() {
        return design + ": " + shape + ", " + forks;
    }

    /** A source of chance of its own. */
    Random random(long seed) {
        return new Random(1000 * seed + name().hashCode());
    }

    /** The verdict on a candidate of that ratio. */
    Verdict verdict(double ratio, Random random) {
        return drawn.of(ratio, random).verdicts().get(0);
    }

    /** The numbers behind a verdict. */
    static Comparison comparison(Verdict verdict) {
        return verdict.compared().orElseThrow();
    }
}
