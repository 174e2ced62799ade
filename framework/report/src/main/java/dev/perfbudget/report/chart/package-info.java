/**
 * The report's pictures, as finished geometry: a template only places them.
 *
 * <p>A {@link dev.perfbudget.report.chart.Chart} is a title, a description in words, a sentence on how to read it, and a
 * list of {@link dev.perfbudget.report.chart.Mark}s: outlines and words, each with the names of the style sheet's classes;
 * and the values of its points, which a script shows.
 * Every picture is made by a static factory from values of {@code dev.perfbudget.model}; one for which there are too few
 * values, or none that can be drawn, is absent. Nothing is decided here: thresholds, intervals, looks and grades are those
 * of the verdicts. Start reading at {@link dev.perfbudget.report.chart.BenchmarkCharts}.
 */
@NullMarked
package dev.perfbudget.report.chart;

import org.jspecify.annotations.NullMarked;
