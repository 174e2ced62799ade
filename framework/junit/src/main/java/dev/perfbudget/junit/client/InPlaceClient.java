package dev.perfbudget.junit.client;

import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.FromRunner.Notice;
import dev.perfbudget.protocol.FromRunner.Refused;
import dev.perfbudget.protocol.InPlace;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Talks with a runner of its own about tests that this JVM measures itself. For one thread at a time. */
public final class InPlaceClient implements Closeable {

    private final RunnerProcess runner;
    private final Consumer<String> notices;

    private InPlaceClient(RunnerProcess runner, Consumer<String> notices) {
        this.runner = runner;
        this.notices = notices;
    }

    /**
     * Starts a runner.
     *
     * @param notices hears what people should know, on the thread that asks
     * @throws CannotMeasureException if it cannot be started
     */
    public static InPlaceClient open(InPlace.Open open, Consumer<String> notices) {
        try {
            var runner = RunnerProcess.start(Path.of(open.side().javaHome()), RunnerBundle.unpacked());
            var client = new InPlaceClient(runner, notices);
            client.say(open);
            return client;
        } catch (IOException broken) {
            throw broken(broken);
        }
    }

    /** Says something that is not answered. */
    public void say(InPlace message) {
        try {
            runner.link().send(message);
        } catch (IOException gone) {
            throw new CannotMeasureException(runner.obituary());
        }
    }

    /**
     * Says something and waits for the answer, however long it takes and whoever interrupts this thread.
     *
     * @throws CannotMeasureException if the runner refuses, or is gone
     */
    public FromRunner ask(InPlace message) {
        say(message);
        try {
            while (true) {
                var answer = runner.link().receive().orElseThrow(() -> new CannotMeasureException(runner.obituary()));
                if (answer instanceof Notice notice) {
                    notices.accept(notice.line());
                    continue;
                }
                if (answer instanceof Refused refused) {
                    throw new CannotMeasureException(refused.message());
                }
                return (FromRunner) answer;
            }
        } catch (IOException broken) {
            throw broken(broken);
        }
    }

    @Override
    public void close() throws IOException {
        runner.close();
    }

    private static CannotMeasureException broken(IOException broken) {
        return new CannotMeasureException("The conversation with the runner process broke: " + broken
                + ". If it happens again, report it with this message.");
    }
}
