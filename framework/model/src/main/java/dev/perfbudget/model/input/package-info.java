/**
 * What reading any file of measurements needs, whatever its format: how much of it may be kept, what is wrong with it,
 * which metrics are wanted, forks under construction.
 *
 * <p>Files come from anywhere and may be broken or huge. A reader takes what it keeps from a {@link
 * dev.perfbudget.model.input.MemoryAllowance}, so that a large file is refused with a message and never ends in an
 * {@code OutOfMemoryError}; it collects {@link dev.perfbudget.model.input.InputProblems} with their places and tells
 * them together.
 */
@NullMarked
package dev.perfbudget.model.input;

import org.jspecify.annotations.NullMarked;
