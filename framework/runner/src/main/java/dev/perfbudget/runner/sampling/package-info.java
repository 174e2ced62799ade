/**
 * What forks and the machine use while forks run, seen from outside.
 *
 * <p>A thread of its own in the runner reads counters when a fork gets ready and when its last iteration has ended, and
 * levels in between, as often as its own measured cost allows; nobody who measures waits for it. What cannot be read is
 * told once and then left alone. Durations are those of the monotonic clock. Knows numbers only: where they come from is
 * behind {@link dev.perfbudget.runner.sampling.ResourceSource}. Start reading at {@link
 * dev.perfbudget.runner.sampling.Sampler}.
 */
@NullMarked
package dev.perfbudget.runner.sampling;

import org.jspecify.annotations.NullMarked;
