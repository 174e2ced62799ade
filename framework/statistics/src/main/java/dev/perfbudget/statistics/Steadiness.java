package dev.perfbudget.statistics;

/**
 * Whether a series of iteration times became level, and where.
 *
 * @param steady whether its tail is level
 * @param from index in the series (warmups counted) of the first iteration of the level tail; the length of the series
 *     if there is none
 */
public record Steadiness(boolean steady, int from) {}
