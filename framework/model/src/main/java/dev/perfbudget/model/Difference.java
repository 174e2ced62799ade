package dev.perfbudget.model;

/**
 * Something that must be the same on both sides for a comparison to make sense, and is not.
 *
 * @param fact {@code gc}, {@code workload}, {@code mode}, {@code unit}
 * @param baseline what it is there
 * @param candidate what it is there
 */
public record Difference(String fact, String baseline, String candidate) {}
