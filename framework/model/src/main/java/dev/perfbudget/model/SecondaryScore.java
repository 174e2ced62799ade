package dev.perfbudget.model;

/** One secondary result of JMH: an auxiliary counter or a thread group's own score. Unit as JMH writes it. */
public record SecondaryScore(String label, double score, String unit) {}
