/**
 * From the messages of processes to the values and files of a run.
 *
 * <p>The one place that turns {@code dev.perfbudget.protocol} into {@code dev.perfbudget.model}: benchmark keys into
 * ids, what a fork and its host said into a {@link dev.perfbudget.model.Fork}. Claims the directory of a run and appends
 * every finished fork to it. Start reading at {@link dev.perfbudget.runner.recording.ForkAssembly}.
 */
@NullMarked
package dev.perfbudget.runner.recording;

import org.jspecify.annotations.NullMarked;
