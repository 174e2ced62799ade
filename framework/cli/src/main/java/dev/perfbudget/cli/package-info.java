/**
 * The command {@code perfbudget}, for those without Maven: it reads files, or has class paths measured by the runner,
 * hands them to the judge, and prints what the judge says.
 *
 * <p>{@link dev.perfbudget.cli.Main} starts; {@link dev.perfbudget.cli.CompareCommand} has the options of {@code
 * compare}, {@link dev.perfbudget.cli.LiveComparison} measures. Nothing is decided and no sentence is made here. What is wrong with options or files ends in a {@link
 * dev.perfbudget.cli.BadInputException}: one message with all of it, and exit code 2.
 */
@NullMarked
package dev.perfbudget.cli;

import org.jspecify.annotations.NullMarked;
