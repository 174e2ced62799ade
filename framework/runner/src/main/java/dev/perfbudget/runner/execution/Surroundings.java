package dev.perfbudget.runner.execution;

import dev.perfbudget.model.Environment;
import dev.perfbudget.protocol.FromHost;
import dev.perfbudget.runner.environment.EnvironmentFacts;
import dev.perfbudget.runner.host.HostFailedException;
import dev.perfbudget.runner.host.Hosts;
import dev.perfbudget.runner.machine.Machine;
import dev.perfbudget.runner.machine.MachineReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads the machine while the first host starts; both are done before anything is measured. */
final class Surroundings {

    private static final long LONGEST_READING_SECONDS = 20;

    private final Assignment assignment;
    private final RunNotes notes;

    Surroundings(Assignment assignment, RunNotes notes) {
        this.assignment = assignment;
        this.notes = notes;
    }

    /** Starts the host; one that cannot be started is told of by the first fork. */
    Environment read(Hosts hosts) {
        var machine = startReading(assignment.installation().environment());
        var host = readyOf(hosts);
        var facts = new EnvironmentFacts(
                host.map(FromHost.HostReady::jmhVersion).orElse("unknown"),
                machineOf(machine),
                ForkEffort.describe(assignment.settings(), assignment.isPaired()));
        return facts.of(host.map(FromHost.HostReady::facts).orElse(Map.of()));
    }

    private static FutureTask<Machine> startReading(Map<String, String> environment) {
        var reading = new FutureTask<>(() -> new MachineReader(Path.of("/"), environment).read());
        var thread = new Thread(reading, "perfbudget-machine");
        thread.setDaemon(true);
        thread.start();
        return reading;
    }

    private static Optional<FromHost.HostReady> readyOf(Hosts hosts) {
        try {
            return Optional.of(hosts.ready());
        } catch (HostFailedException toldByTheFirstFork) {
            return Optional.empty();
        }
    }

    private Optional<Machine> machineOf(FutureTask<Machine> reading) {
        try {
            return Optional.of(reading.get(LONGEST_READING_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException failed) {
            notes.addFlaw("The machine could not be read, so this run is comparable with none: " + failed);
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
