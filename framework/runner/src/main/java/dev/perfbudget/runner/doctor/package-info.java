/**
 * Whether a machine, a JDK and a build are fit to measure: rules that look, findings, and what they come to.
 *
 * <p>A <em>rule</em> looks at one thing. A <em>finding</em> says what was found, which verdicts that spoils, and the cure.
 * A rule that cannot tell says so: what could not be read is never taken for good. Each rule is a class; the machine's are
 * in {@code machine}, the JDK's in {@code jvm}, a project's in the Maven plugin. All of them stand in docs/doctor.md. Start
 * reading at {@link dev.perfbudget.runner.doctor.Diagnosis}.
 */
@NullMarked
package dev.perfbudget.runner.doctor;

import org.jspecify.annotations.NullMarked;
