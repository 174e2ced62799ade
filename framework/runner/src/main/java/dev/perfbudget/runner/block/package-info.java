/**
 * Blocks: a fork of the baseline and a fork of the candidate that are alive together and take turns, iteration by
 * iteration, so that whatever the machine does meets both alike.
 *
 * <p>Each side has a host of its own. Both forks are started at the same moment, and only one of them runs at any time:
 * the other waits for its turn without using the processor. In which order they run is drawn from a recorded seed. Knows
 * hosts and forks; knows neither budgets nor files. Start reading at {@link dev.perfbudget.runner.block.PairedHosts}.
 */
@NullMarked
package dev.perfbudget.runner.block;

import org.jspecify.annotations.NullMarked;
