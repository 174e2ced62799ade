/**
 * The files that a verdict is published as: the HTML report, {@code summary.md}, {@code comment.md} and JUnit XML, where they
 * are, and what is said if one of them cannot be written. What stands in each is decided in {@code dev.perfbudget.report} and
 * {@code dev.perfbudget.report.github}. There is one class: {@link dev.perfbudget.report.files.ReportFiles}.
 */
@NullMarked
package dev.perfbudget.report.files;

import org.jspecify.annotations.NullMarked;
