/**
 * JMH's generated code for benchmarks that no annotation processor has seen.
 *
 * <p>The side's own {@code javac} runs JMH's processor over the <em>names</em> of compiled classes, so that nobody has
 * to set annotation processing up; what comes out is kept below the output directory by a hash of what went in. Start
 * reading at {@link dev.perfbudget.runner.generation.Generation}.
 */
@NullMarked
package dev.perfbudget.runner.generation;

import org.jspecify.annotations.NullMarked;
