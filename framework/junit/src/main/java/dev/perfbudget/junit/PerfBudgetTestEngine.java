package dev.perfbudget.junit;

/** The JUnit Platform engine {@code perfbudget}. */
public final class PerfBudgetTestEngine {}
