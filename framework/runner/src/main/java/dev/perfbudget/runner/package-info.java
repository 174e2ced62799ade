/**
 * The controller process: executes the plan of one test JVM, and ends with it.
 *
 * <p>Only the main class is here. It connects to the test JVM, passes the plan to {@code
 * dev.perfbudget.runner.execution}, and sees to it that no process is left when either side dies. Start reading at
 * {@link dev.perfbudget.runner.Main}.
 */
@NullMarked
package dev.perfbudget.runner;

import org.jspecify.annotations.NullMarked;
