package dev.perfbudget.report.chart;

/**
 * A place in a picture where a value can be read.
 *
 * @param value finished text, with its unit
 * @param what it is the value of
 */
public record Point(String x, String y, String value, String what) {}
