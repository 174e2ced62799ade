package dev.perfbudget.report;

/**
 * How a benchmark is called in one report.
 *
 * @param name the shortest that tells it from the others: {@code JsonBench.parse}
 * @param params {@code size=10, kind=a}, or empty
 * @param full with package, parameters and mode
 * @param anchor where its details stand on a page that holds all benchmarks
 * @param file its own page, relative to the report's folder: {@code benchmarks/001-JsonBench.parse.html}
 */
public record BenchmarkName(String name, String params, String full, String anchor, String file) {}
