package dev.perfbudget.runner;

import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.InPlace;
import dev.perfbudget.protocol.Link;
import dev.perfbudget.protocol.LinkServer;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.protocol.ToRunner;
import dev.perfbudget.runner.execution.Audience;
import dev.perfbudget.runner.execution.Installation;
import dev.perfbudget.runner.execution.PlanExecution;
import dev.perfbudget.runner.generation.ProcessorPath;
import dev.perfbudget.runner.process.ProcessTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Main class of the runner. The test JVM that started it is named by the environment variable PERFBUDGET_LINK. */
public final class Main {

    private static final int LONGEST_GOODBYE_SECONDS = 10;

    private final Link link;
    private final Audience audience;
    private final PlanExecution execution;

    private Main(Link link, Plan plan) {
        this.link = link;
        this.audience = Audience.at(link);
        this.execution = new PlanExecution(plan, installation(), audience);
    }

    /** Takes no arguments. Ends with code 2 if it was not started by a test JVM. */
    public static void main(String[] arguments) throws IOException {
        var address = System.getenv(LinkServer.ADDRESS_VARIABLE);
        if (address == null) {
            System.err.println("The runner is started by PerfBudget's test engine, which is found by the environment"
                    + " variable [" + LinkServer.ADDRESS_VARIABLE + "]; it is missing.");
            System.exit(2);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(Main::leaveNothingBehind, "perfbudget-end"));
        try (var link = Link.connect(address)) {
            var first = link.receive().orElse(null);
            if (first instanceof Plan plan) {
                new Main(link, plan).serve();
            }
            if (first instanceof InPlace.Open open) {
                new InPlaceService(link, open, installation()).serve();
            }
        }
        System.exit(0);
    }

    /** Listens until the test JVM closes the link, which it does after the last word, or when it dies. */
    private void serve() throws IOException {
        var worker = new Thread(this::execute, "perfbudget-plan");
        worker.setDaemon(true);
        worker.setUncaughtExceptionHandler((thread, broken) -> giveUp(broken));
        worker.start();
        for (var message = link.receive(); message.isPresent(); message = link.receive()) {
            if (message.get() instanceof ToRunner.Cancel cancel) {
                execution.cancel(cancel.reason());
            }
        }
        execution.cancel("the test JVM is gone");
    }

    /** A test JVM that keeps the link after the last word keeps this process no longer than a while. */
    private void execute() {
        execution.run();
        try {
            TimeUnit.SECONDS.sleep(LONGEST_GOODBYE_SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        System.exit(0);
    }

    private void giveUp(Throwable broken) {
        broken.printStackTrace();
        audience.tell(new FromRunner.Refused("The runner broke down; finished forks are kept. " + broken));
        System.exit(3);
    }

    private static Installation installation() {
        var classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        return new Installation(
                System.getenv(), Path.of(System.getProperty("java.io.tmpdir")), ProcessorPath.find(classPath));
    }

    private static void leaveNothingBehind() {
        new ProcessTree(ProcessHandle.current()).killDescendants();
    }
}
