package dev.perfbudget.runner;

import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.Link;
import dev.perfbudget.protocol.LinkServer;
import dev.perfbudget.protocol.Plan;
import java.io.IOException;

/** Behaves as the plan's run id says. */
public final class Main {

    private Main() {}

    /** Started by the client under test. */
    public static void main(String[] arguments) throws IOException {
        var link = Link.connect(System.getenv(LinkServer.ADDRESS_VARIABLE));
        var plan = (Plan) link.receive().orElseThrow();
        switch (plan.runId()) {
            case "finishes" -> {
                link.send(new FromRunner.Notice("class path " + plan.candidate().classPath()));
                link.send(new FromRunner.Finished("done", ""));
                awaitEnd(link);
            }
            case "dies" -> {
                System.err.println("out of luck");
                Runtime.getRuntime().halt(7);
            }
            case "waits" -> {
                link.send(new FromRunner.Notice("waiting"));
                var cancel = link.receive().orElseThrow();
                link.send(new FromRunner.Finished(cancel.toString(), ""));
                awaitEnd(link);
            }
            default -> throw new IllegalArgumentException(plan.runId());
        }
    }

    private static void awaitEnd(Link link) throws IOException {
        if (link.receive().isPresent()) {
            throw new IllegalStateException("expected the end of the link");
        }
    }
}
