/**
 * Texts that come from outside, such as names and parameters of benchmarks, on their way to a terminal, a log, a page or a
 * picture. Knows nothing of what is reported.
 */
@NullMarked
package dev.perfbudget.report.text;

import org.jspecify.annotations.NullMarked;
