/**
 * Runs the engine of a module in a clean JVM: what the Maven plugin's {@code measure} and {@code smoke} start.
 *
 * <p><b>Command line.</b> {@code java @argfile dev.perfbudget.junit.launcher.Main <request file>}: started in the
 * module's directory, on the module's own JDK, with the module's test class path <em>plus</em> {@code
 * junit-platform-launcher} in the version of the module's {@code junit-platform-engine} (1.10 or later) as its only class
 * path. No JVM arguments: what forks get must be what JMH gives them. What the user wrote as {@code -Dperfbudget.x} on
 * Maven's command line is passed on as {@code -Dperfbudget.x} of this JVM and stays strongest.
 *
 * <p><b>Request file</b>, {@link java.util.Properties} in UTF-8:
 * <ul>
 *   <li>{@code class.0}, {@code class.1}, …: binary names of the classes to look into (nested ones with a dollar
 *       sign), at least one; classes of dependency jars are welcome. {@code com.acme.JsonBench#parse} selects one benchmark
 *       or group.
 *   <li>{@code includeTags}, {@code excludeTags}: optional, JUnit tag expressions separated by commas.
 *   <li>{@code setting.<name>}: becomes the JUnit configuration parameter {@code perfbudget.<name>}: {@code
 *       setting.mode=smoke}, {@code setting.runId}, {@code setting.output} (absolute), {@code setting.effort}, …
 *   <li>{@code origin}: optional, where the settings stand, for messages; {@code pom.xml} if absent. The file becomes
 *       the configuration parameter {@code perfbudget.origin}.
 *   <li>{@code problems}: optional, absolute path of a text file (UTF-8) that is written if, and only if, the exit code
 *       is 1 or 2: all failures or problems, ready to be shown as a failure's message.
 *   <li>{@code runs}: optional, absolute path of a text file (UTF-8) that is written whatever the exit code is: the
 *       directory of each run whose files are whole, a line each. It need not be named after {@code setting.runId}: an
 *       id that was used before gets a number.
 *   <li>{@code endWithInput}: optional, {@code true} if the end of standard input shall end this JVM at once: whoever
 *       started it holds the other end, and closes it even when killed.
 * </ul>
 *
 * <p>Classes may have benchmarks, and ordinary Jupiter tests with a budget: these are run by Jupiter's own engine, those
 * beside them without a budget are not, and in a smoke run none of them is. They make a run of their own.
 *
 * <p><b>Output.</b> Progress on standard output, one line each; problems on standard error.
 *
 * <p><b>Exit code.</b> 0: everything asked for was run and passed, or tags left nothing to run. 1: everything was run,
 * and the decision is against some benchmark: a smoke run fails by this; of a measurement, {@code verify} judges the
 * files. 2: something could not be run: an unreadable request, wrong settings, a class that JMH rejects, a budget on
 * something that is not a benchmark, no benchmark in any of the classes, the end of the runner. The end of this JVM ends
 * the runner, its hosts and their forks.
 *
 * <p>Only the public JUnit Platform Launcher API is used. Start reading at {@link dev.perfbudget.junit.launcher.Main}.
 */
@NullMarked
package dev.perfbudget.junit.launcher;

import org.jspecify.annotations.NullMarked;
