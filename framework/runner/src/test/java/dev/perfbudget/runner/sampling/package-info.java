/** The sampler without time, without processes, without a machine. */
@NullMarked
package dev.perfbudget.runner.sampling;

import org.jspecify.annotations.NullMarked;
