package dev.perfbudget.junit.jupiter;

import dev.perfbudget.agent.fork.JvmFacts;
import dev.perfbudget.agent.inplace.InPlaceMeasurement;
import dev.perfbudget.agent.inplace.InPlaceRecord;
import dev.perfbudget.agent.inplace.Operation;
import dev.perfbudget.agent.inplace.OperationFailedException;
import dev.perfbudget.junit.client.DroppedJvmArguments;
import dev.perfbudget.protocol.FromHost.ForkFailed.Kind;
import dev.perfbudget.protocol.FromRunner.Decided;
import dev.perfbudget.protocol.FromRunner.TurnGranted;
import dev.perfbudget.protocol.InPlace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/** The right of one test to be measured, until it has been, or will not be. */
final class Turn {

    private static final int LINES_OF_DETAIL = 60;

    private final InPlaceTest test;
    private final TurnGranted granted;
    private final InPlaceSession session;
    private boolean used;

    Turn(InPlaceTest test, TurnGranted granted, InPlaceSession session) {
        this.test = test;
        this.granted = granted;
        this.session = session;
    }

    /**
     * Measures on the calling thread, and has the decision made.
     *
     * @throws Throwable what an operation threw, itself
     */
    Decided measure(Operation first, Operation further) throws Throwable {
        try {
            var record = new InPlaceMeasurement(granted, this::alarm).run(first, further);
            return (Decided) answered(measured(record));
        } catch (OperationFailedException failure) {
            throw failed(failure);
        }
    }

    /** Gives the machine back if the body was never called. */
    synchronized void end() {
        if (!used) {
            used = true;
            try {
                session.say(new InPlace.GivenBack(test.key()));
            } finally {
                session.release();
            }
        }
    }

    private Throwable failed(OperationFailedException failure) {
        if (failure.thrown() instanceof TestAbortedException) {
            end();
            return failure.thrown();
        }
        var kind = failure.isHung() ? Kind.HUNG : Kind.THREW;
        answered(new InPlace.Failed(test.key(), kind, failure.explanation(), stackTrace(failure.thrown())));
        return Failures.of(failure);
    }

    private synchronized Object answered(InPlace message) {
        if (used) {
            throw new IllegalStateException("[" + test.key() + "] has had its turn, and goes on after its end");
        }
        used = true;
        try {
            return session.ask(message);
        } finally {
            session.release();
        }
    }

    private InPlace.Measured measured(InPlaceRecord record) {
        return new InPlace.Measured(
                test.key(),
                record.slices(),
                facts(),
                record.notes(),
                test.flaw().map(List::of).orElse(List.of()));
    }

    private Map<String, String> facts() {
        var facts = new TreeMap<>(JvmFacts.read());
        facts.put("assertions", test.assertions() ? "on" : "off");
        facts.put("jvm.arguments", String.join("\n", DroppedJvmArguments.ofThisJvm()));
        return facts;
    }

    private void alarm(String what) {
        System.out.println(test.key() + ": " + what);
    }

    private static String stackTrace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString().lines().limit(LINES_OF_DETAIL).collect(Collectors.joining("\n"));
    }
}
