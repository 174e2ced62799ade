package dev.perfbudget.agent.discovery;

import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Why JMH cannot run the benchmarks of a class; one problem is enough to rule out the whole class.
 *
 * @param type the class that was scanned
 * @param method the benchmark or fixture method that JMH complains about, if it is about one
 * @param message what, where, how to mend: one line
 */
public record BenchmarkProblem(Class<?> type, Optional<Method> method, String message) {}
