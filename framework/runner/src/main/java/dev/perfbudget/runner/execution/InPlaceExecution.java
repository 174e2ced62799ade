package dev.perfbudget.runner.execution;

import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.WrongDeclarationsException;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.FromRunner.Decided;
import dev.perfbudget.protocol.FromRunner.Decision;
import dev.perfbudget.protocol.InPlace;
import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.runner.host.ForkOutcome;
import dev.perfbudget.runner.machine.Machine;
import dev.perfbudget.runner.machine.MachineReader;
import dev.perfbudget.runner.queue.Holder;
import dev.perfbudget.runner.queue.MachineQueue;
import dev.perfbudget.runner.queue.Turn;
import dev.perfbudget.runner.recording.UnwritableTargetException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves a test JVM that measures its tests itself: gives it the machine for each, judges and keeps what it measured.
 * Of what it is told nothing but a conclusion writes the run's file; what was measured before is on disk at once.
 */
public final class InPlaceExecution {

    private final InPlace.Open open;
    private final Installation installation;
    private final Audience audience;
    private final MachineQueue queue;
    private final Supplier<Machine> machine;
    private final long pid = ProcessHandle.current().pid();
    private @Nullable InPlaceRun run;
    private @Nullable Turn turn;
    private Instant turnBegan = Instant.EPOCH;
    private Duration measured = Duration.ZERO;

    public InPlaceExecution(InPlace.Open open, Installation installation, Audience audience) {
        this(
                open,
                installation,
                audience,
                new MachineQueue(MachineQueue.directories(installation.temporary()), ZoneId.systemDefault()),
                () -> new MachineReader(Path.of("/"), installation.environment()).read());
    }

    InPlaceExecution(
            InPlace.Open open,
            Installation installation,
            Audience audience,
            MachineQueue queue,
            Supplier<Machine> machine) {
        this.queue = queue;
        this.machine = machine;
        this.open = open;
        this.installation = installation;
        this.audience = audience;
    }

    /** Does what is asked, and answers. */
    public void hear(InPlace message) {
        try {
            answer(message);
        } catch (WrongDeclarationsException wrong) {
            refuse(String.valueOf(wrong.getMessage()));
        } catch (UnwritableTargetException unwritable) {
            refuse(unwritable.explanation());
        } catch (IOException | RuntimeException failed) {
            giveBack();
            refuse("This could not be measured; what was measured before is below [%s]. %s"
                    .formatted(open.outputDirectory(), failed));
        }
    }

    private void answer(InPlace message) throws IOException, UnwritableTargetException {
        if (message instanceof InPlace.AwaitTurn await) {
            grant(await.test());
        } else if (message instanceof InPlace.Measured test) {
            giveBack();
            tell(run().keep(test));
        } else if (message instanceof InPlace.Failed test) {
            giveBack();
            var kind = ForkFailure.Kind.valueOf(test.kind().name());
            run().fail(test.test(), new ForkOutcome.Failed(kind, test.message(), test.detail()));
            tell(new Decided(test.test(), Decision.FAILED, test.message(), Map.of()));
        } else if (message instanceof InPlace.GivenBack test) {
            giveBack();
            run().forget(test.test());
        } else if (message instanceof InPlace.Conclude) {
            giveBack();
            tell(run().conclude());
        }
    }

    private void grant(PlannedBenchmark test) throws IOException, UnwritableTargetException {
        var run = run();
        run.add(test);
        var cap = run.settings().value(SettingName.CAP);
        if (measured.compareTo(cap) > 0) {
            var whyNot = "The module's time of %s for tests that are measured in place was used up before its turn:"
                    + " raise perfbudget.cap, or measure fewer tests";
            refuse(run.settle(test.key(), whyNot.formatted(PlanLine.text(cap))));
            return;
        }
        // Nobody gives up while waiting: when the test JVM ends, so does this process.
        var granted = queue.await(
                () -> new Holder(pid, Instant.now(), open.moduleDirectory()),
                line -> tell(new FromRunner.Notice(line)),
                () -> false);
        turn = granted.orElseThrow();
        granted.get().notes().forEach(run.notes()::addFlaw);
        turnBegan = Instant.now();
        run.begin(turnBegan);
        tell(InPlaceEffort.of(run.settings()));
    }

    private void giveBack() {
        if (turn != null) {
            turn.close();
            turn = null;
            measured = measured.plus(Duration.between(turnBegan, Instant.now()));
        }
    }

    private InPlaceRun run() throws IOException, UnwritableTargetException {
        if (run == null) {
            run = InPlaceRun.claim(open, installation, machine);
        }
        return run;
    }

    private void refuse(String message) {
        tell(new FromRunner.Refused(message));
    }

    private void tell(FromRunner message) {
        audience.tell(message);
    }
}
