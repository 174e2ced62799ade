/**
 * The other side of a paired measurement: from {@code -Dperfbudget.baseline=…} to the class path that the baseline's forks
 * get.
 *
 * <p>Terms: the <em>harness</em> is what measures (test classes, what only they need, JMH, PerfBudget) and comes from the
 * candidate on both sides; the <em>subject</em> is what is measured (main classes, what they need at run time) and comes
 * from each side. In a module that has nothing but benchmarks, its own classes are harness. Nothing is measured here, and
 * nothing is ever installed into a repository. Start reading at {@link dev.perfbudget.maven.paired.BaselineArtifact}, then
 * {@link dev.perfbudget.maven.paired.Composition}.
 */
@NullMarked
package dev.perfbudget.maven.paired;

import org.jspecify.annotations.NullMarked;
