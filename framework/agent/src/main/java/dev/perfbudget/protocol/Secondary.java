package dev.perfbudget.protocol;

import java.io.Serializable;

/** One secondary result of JMH: an auxiliary counter, a thread group's own score. Score may be NaN where JMH has none. */
public record Secondary(String label, double score, String unit) implements Serializable {}
