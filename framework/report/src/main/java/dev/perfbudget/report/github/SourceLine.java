package dev.perfbudget.report.github;

/**
 * A place in a source file.
 *
 * @param file relative to the root of the repository, with slashes
 * @param line from 1
 */
public record SourceLine(String file, int line) {}
