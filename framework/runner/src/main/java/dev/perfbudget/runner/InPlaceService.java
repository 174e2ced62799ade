package dev.perfbudget.runner;

import dev.perfbudget.protocol.InPlace;
import dev.perfbudget.protocol.Link;
import dev.perfbudget.runner.execution.Audience;
import dev.perfbudget.runner.execution.InPlaceExecution;
import dev.perfbudget.runner.execution.Installation;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Serves a test JVM for as long as its link lasts, also while it waits for the machine. */
final class InPlaceService {

    private final Link link;
    private final InPlaceExecution execution;
    private final BlockingQueue<InPlace> messages = new LinkedBlockingQueue<>();

    InPlaceService(Link link, InPlace.Open open, Installation installation) {
        this.link = link;
        this.execution = new InPlaceExecution(open, installation, Audience.at(link));
    }

    /** Returns when the test JVM has closed the link, or is gone. */
    void serve() throws IOException {
        var worker = new Thread(this::work, "perfbudget-in-place");
        worker.setDaemon(true);
        worker.start();
        for (var message = link.receive(); message.isPresent(); message = link.receive()) {
            messages.add((InPlace) message.get());
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                execution.hear(messages.take());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
