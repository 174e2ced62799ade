package dev.perfbudget.junit.client;

import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.Message;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.protocol.ToRunner.Cancel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Has one plan carried out by a runner process of its own. */
public final class RunnerClient {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration GRACE_AFTER_CANCEL = Duration.ofSeconds(15);

    private final RunnerProcess runner;
    private final BlockingQueue<Optional<FromRunner>> messages = new LinkedBlockingQueue<>();
    private final Consumer<FromRunner> listener;

    private RunnerClient(RunnerProcess runner, Consumer<FromRunner> listener) {
        this.runner = runner;
        this.listener = listener;
    }

    /**
     * Returns when the runner has said its last word and all of it was heard.
     *
     * @param cancelled asked now and then whether somebody wants the run to stop
     * @param listener hears every message, on the calling thread
     * @throws CannotMeasureException if the runner cannot be started or ends without a last word
     * @throws InterruptedException if the thread was interrupted; the runner was told, and is gone
     */
    public static void run(Plan plan, BooleanSupplier cancelled, Consumer<FromRunner> listener)
            throws InterruptedException {
        try {
            run(RunnerBundle.unpacked(), plan, cancelled, listener);
        } catch (IOException broken) {
            throw new CannotMeasureException("The conversation with the runner process broke: " + broken
                    + ". If it happens again, report it with this message.");
        }
    }

    static void run(Path bundle, Plan plan, BooleanSupplier cancelled, Consumer<FromRunner> listener)
            throws IOException, InterruptedException {
        try (var runner = RunnerProcess.start(Path.of(plan.candidate().javaHome()), bundle)) {
            new RunnerClient(runner, listener).converse(plan, cancelled);
        }
    }

    private void converse(Plan plan, BooleanSupplier cancelled) throws IOException, InterruptedException {
        try {
            runner.link().send(plan);
        } catch (IOException gone) {
            throw new CannotMeasureException(runner.obituary());
        }
        var reader = new Thread(this::read, "perfbudget-runner-messages");
        reader.setDaemon(true);
        reader.start();
        try {
            hearAll(cancelled);
        } catch (InterruptedException interrupted) {
            cancel("the test JVM's thread was interrupted");
            throw interrupted;
        }
    }

    private void hearAll(BooleanSupplier cancelled) throws IOException, InterruptedException {
        while (true) {
            var message = messages.poll(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            if (message == null) {
                if (cancelled.getAsBoolean()) {
                    cancel("the launcher asked for it");
                    return;
                }
                continue;
            }
            if (hearLast(message)) {
                return;
            }
        }
    }

    private boolean hearLast(Optional<FromRunner> message) {
        var heard = message.orElseThrow(() -> new CannotMeasureException(runner.obituary()));
        listener.accept(heard);
        return heard instanceof FromRunner.Finished || heard instanceof FromRunner.Refused;
    }

    /** Lets the runner end in order: finished forks are kept, and every benchmark still gets its answer. */
    private void cancel(String reason) throws IOException, InterruptedException {
        runner.link().send(new Cancel(reason));
        var deadline = System.nanoTime() + GRACE_AFTER_CANCEL.toNanos();
        while (System.nanoTime() < deadline) {
            var message = messages.poll(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            if (message != null && (message.isEmpty() || hearLast(message))) {
                return;
            }
        }
    }

    private void read() {
        try {
            Optional<Message> message;
            do {
                message = runner.link().receive();
                messages.add(message.map(FromRunner.class::cast));
            } while (message.isPresent());
        } catch (IOException | RuntimeException broken) {
            messages.add(Optional.empty());
        }
    }
}
