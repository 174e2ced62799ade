package dev.perfbudget.model;

/** A count for each side of a comparison. */
public record Sides(int baseline, int candidate) {

    /** Both together. */
    public int total() {
        return baseline + candidate;
    }
}
