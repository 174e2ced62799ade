/**
 * The environment class of a run: what must be the same for two measurements to be comparable, and what is merely worth
 * knowing.
 *
 * <p>Joins what the machine is, what the forks said of their JVM, and the effort. Start reading at {@link
 * dev.perfbudget.runner.environment.EnvironmentFacts}.
 */
@NullMarked
package dev.perfbudget.runner.environment;

import org.jspecify.annotations.NullMarked;
