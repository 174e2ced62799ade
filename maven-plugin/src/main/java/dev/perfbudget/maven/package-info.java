/**
 * The Maven plugin: {@code smoke} (phase test), {@code measure} (integration-test), {@code verify} (verify).
 *
 * <p>Here parameters become a request for a <em>test JVM</em>: a clean {@code java} with the module's own test class
 * path and JDK that runs the JUnit Platform engine of {@code perfbudget-junit}. What is worth a JVM is found beforehand,
 * by annotation, from class files. Nothing is measured or judged here: runs are measured by the runner that the test JVM
 * starts, verdicts are made by {@code dev.perfbudget.judge} and printed by {@code dev.perfbudget.report}.
 *
 * <p>Terms: the <em>ledger</em> says what became of the measurements of one module in this build; {@code verify} judges
 * what is in it and nothing else, so a stale run is never judged. The only package that knows Maven. Start reading at
 * {@link dev.perfbudget.maven.MeasureMojo} and {@link dev.perfbudget.maven.VerifyMojo}.
 */
@NullMarked
package dev.perfbudget.maven;

import org.jspecify.annotations.NullMarked;
