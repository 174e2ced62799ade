/**
 * What a job of GitHub Actions shows of a verdict: annotations at the lines of benchmarks, the page of a step, and a comment
 * for the pull request.
 *
 * <p>Texts come from {@code dev.perfbudget.judge.Sentences} and {@link dev.perfbudget.report.Summary}; here they are escaped
 * by GitHub's rules and cut where a place takes no more, which is always said. Nothing here talks to GitHub: annotations are
 * lines for the log, the rest are files. Start reading at {@link dev.perfbudget.report.github.Annotations}.
 */
@NullMarked
package dev.perfbudget.report.github;

import org.jspecify.annotations.NullMarked;
