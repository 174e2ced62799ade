/**
 * The rules about the JVM that forks run on, and about what reaches it through environment variables.
 *
 * <p>The JVM is asked for its properties once, as forks are started: without variables that give it options. Start reading
 * at {@link dev.perfbudget.runner.doctor.jvm.JvmRules}.
 */
@NullMarked
package dev.perfbudget.runner.doctor.jvm;

import org.jspecify.annotations.NullMarked;
