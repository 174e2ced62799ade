package dev.perfbudget.report;

/**
 * A benchmark in an earlier run.
 *
 * @param score with unit and interval
 * @param change from the run before
 */
public record EarlierRow(String started, String commit, String score, String change, StateText state) {}
