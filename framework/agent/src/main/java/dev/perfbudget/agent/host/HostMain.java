package dev.perfbudget.agent.host;

import dev.perfbudget.agent.discovery.ListedClasses;
import dev.perfbudget.agent.fork.ForkAgent;
import dev.perfbudget.agent.fork.JvmFacts;
import dev.perfbudget.protocol.FromHost;
import dev.perfbudget.protocol.FromHost.HostReady;
import dev.perfbudget.protocol.Link;
import dev.perfbudget.protocol.LinkServer;
import dev.perfbudget.protocol.ToHost.ListBenchmarks;
import dev.perfbudget.protocol.ToHost.RunFork;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.util.Version;

/**
 * Main class of a host. Commands come from the server that the environment variable {@code PERFBUDGET_LINK} names,
 * and are executed one after another.
 */
public final class HostMain {

    /** JMH's class path goes onto the fork's command line, where Linux takes no argument longer than 128 KB. */
    private static final int LONGEST_ARGUMENT = 120 * 1024;

    private HostMain() {}

    /** Takes no arguments. Ends with code 2 if it was not started by a runner. */
    public static void main(String[] arguments) throws IOException {
        var address = System.getenv(LinkServer.ADDRESS_VARIABLE);
        if (address == null) {
            System.err.println(
                    "The host is started by PerfBudget's runner, which is found by the environment variable ["
                            + LinkServer.ADDRESS_VARIABLE + "]; it is missing.");
            System.exit(2);
            return;
        }
        var link = Link.connect(address);
        var output = new ForkOutput();
        settleIn(output);
        link.send(new HostReady(ProcessHandle.current().pid(), Version.getPlainVersion(), JvmFacts.read()));
        try {
            serve(link, output);
        } finally {
            end();
        }
    }

    /** What JMH reads from system properties; they are set here, because forks inherit JVM arguments. */
    private static void settleIn(ForkOutput output) {
        // JMH's lock is held by the runner, for all hosts.
        System.setProperty("jmh.ignoreLock", "true");
        if (System.getProperty("java.class.path").length() > LONGEST_ARGUMENT) {
            System.setProperty("jmh.separateClasspathJAR", "true");
        }
        ForkAgent.standBy();
        // JMH writes what forks print to the streams of the host.
        var printed = new PrintStream(output.printed(), true);
        System.setOut(printed);
        System.setErr(printed);
    }

    private static void serve(Link link, ForkOutput output) throws IOException {
        var forks = new JmhForks(output);
        var turn = Executors.newSingleThreadExecutor(task -> {
            var thread = new Thread(task, "perfbudget-fork");
            thread.setDaemon(true);
            return thread;
        });
        for (var message = link.receive(); message.isPresent(); message = link.receive()) {
            if (message.get() instanceof RunFork command) {
                turn.execute(() -> answer(link, () -> forks.run(command)));
            }
            if (message.get() instanceof ListBenchmarks) {
                turn.execute(() -> answer(link, () -> new ListedClasses().benchmarks()));
            }
        }
    }

    private static void answer(Link link, Supplier<FromHost> answer) {
        try {
            link.send(answer.get());
        } catch (IOException gone) {
            end();
        }
    }

    /** Leaves no fork behind, and lets JMH's temporary files be deleted if that can be done at once. */
    private static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        var guard = new Thread(
                () -> {
                    try {
                        TimeUnit.SECONDS.sleep(2);
                    } catch (InterruptedException hurried) {
                        // Then at once.
                    }
                    Runtime.getRuntime().halt(0);
                },
                "perfbudget-end");
        guard.setDaemon(true);
        guard.start();
        System.exit(0);
    }
}
