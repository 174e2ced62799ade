/**
 * Whether two measurements ran the same code: a fingerprint of the bytecode of a benchmark and its state classes, and
 * checksums of all that a class path has.
 *
 * <p>Line numbers, local variable names and our own annotations do not count, so that comments, recompilation and a
 * changed budget leave it as it was. The only package that reads bytecode (ASM). Start reading at {@link
 * dev.perfbudget.runner.workload.WorkloadFingerprint}.
 */
@NullMarked
package dev.perfbudget.runner.workload;

import org.jspecify.annotations.NullMarked;
