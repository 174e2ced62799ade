package dev.perfbudget.junit;

import dev.perfbudget.junit.client.CannotMeasureException;
import dev.perfbudget.junit.client.RunnerClient;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.Plan;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Has a plan carried out by a runner, as {@link RunnerClient} does. */
interface RunnerLauncher {

    /**
     * Returns when the runner has said its last word and all of it was heard.
     *
     * @throws CannotMeasureException if there is no last word
     * @throws InterruptedException if the thread was interrupted
     */
    void carryOut(Plan plan, BooleanSupplier cancelled, Consumer<FromRunner> listener) throws InterruptedException;
}
