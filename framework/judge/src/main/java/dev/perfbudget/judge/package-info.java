/**
 * The one place where verdicts are made, and where their words are made.
 *
 * <p>A limit is held, broken or undecided by one-sided 99 % bounds over forks; the fork is the unit of replication.
 * Nothing measured is never green. Pure: the same runs and the same policy give the same {@link
 * dev.perfbudget.model.SuiteVerdict} in the runner at the end of a suite, in {@code verify} from its files, in a
 * report. Depends on {@code dev.perfbudget.model} and {@code dev.perfbudget.statistics}. Start reading at {@link
 * dev.perfbudget.judge.Judge}; {@link dev.perfbudget.judge.Sentences} has the words.
 */
@NullMarked
package dev.perfbudget.judge;

import org.jspecify.annotations.NullMarked;
