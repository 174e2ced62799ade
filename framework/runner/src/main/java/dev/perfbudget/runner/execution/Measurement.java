package dev.perfbudget.runner.execution;

import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.protocol.Against;
import dev.perfbudget.runner.environment.EnvironmentFacts;
import dev.perfbudget.runner.queue.Holder;
import dev.perfbudget.runner.queue.MachineQueue;
import dev.perfbudget.runner.queue.Turn;
import dev.perfbudget.runner.recording.UnwritableTargetException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Measures a plan in forks and has it judged. */
final class Measurement {

    private final Assignment assignment;
    private final RunInProgress run;

    Measurement(Assignment assignment) throws IOException, UnwritableTargetException {
        this.assignment = assignment;
        this.run = new RunInProgress(assignment);
    }

    /** Waits for the machine, has it until the last fork is done, and concludes then. */
    void run() throws IOException {
        var environment = noEnvironment();
        var turn = turn();
        if (turn.isPresent()) {
            try (var held = turn.get();
                    var watch = ResourceWatch.start(assignment, run.resources());
                    var workshop = Workshop.open(assignment, watch)) {
                run.begin();
                held.notes().forEach(run.notes()::addFlaw);
                environment = measure(workshop, watch).describedBy(watch.conclude(run.notes()));
            }
        }
        run.conclude(environment);
    }

    private Optional<Turn> turn() throws IOException {
        var queue = new MachineQueue(
                MachineQueue.directories(assignment.installation().temporary()), ZoneId.systemDefault());
        var pid = ProcessHandle.current().pid();
        var module = assignment.plan().moduleDirectory();
        return queue.await(
                () -> new Holder(pid, Instant.now(), module), assignment::notice, assignment.cancellation()::isWished);
    }

    private Environment measure(Workshop workshop, ResourceWatch watch) throws IOException {
        workshop.failUngenerated(run.benchmarks());
        assignment.cancellation().whenWished(workshop::cancel);
        var environment = new Surroundings(assignment, run.notes()).read(workshop.hosts());
        var cap = new WallCap(assignment.wallCap(), System::nanoTime);
        tellPlan(cap.cap(), environment);
        var rounds = new Rounds(
                workshop.hosts()::run,
                (benchmark, completed) -> run.keep(
                        benchmark,
                        completed,
                        watch.resourcesOf(completed.ready().pid())),
                assignment.audience(),
                cap,
                assignment.cancellation()::isWished);
        if (assignment.isPaired()) {
            new BlockMeasurement(assignment, run, workshop, watch, cap, rounds).run(environment);
        } else {
            measureAlone(rounds, environment);
        }
        run.notes().outlasted(cap, assignment.rulesTime());
        run.notes().contendedForks(run.finishedForks());
        return environment;
    }

    private void tellPlan(Duration time, Environment environment) {
        if (assignment.plan().against() instanceof Against.Artifact artifact) {
            run.expectNoiseIn(environment);
            assignment.notice(PlanLine.inBlocks(run.paired(), time, artifact.name()));
            new AuditedPlan(run.paired(), time).line().ifPresent(assignment::notice);
            return;
        }
        if (assignment.plan().against() instanceof Against.Absent absent) {
            assignment.notice("No baseline: " + absent.why() + ", so the module is measured alone.");
        }
        assignment.notice(PlanLine.alone(run.benchmarks(), time));
    }

    private void measureAlone(Rounds rounds, Environment environment) throws IOException {
        rounds.run(run.benchmarks());
        var further = new FurtherForks(rounds, assignment.audience(), run.notes());
        if (assignment.settings().value(SettingName.POLICY) == Policy.EXTEND) {
            further.extend(run.benchmarks(), run.judge(environment));
        }
        further.confirm(run.benchmarks(), run.judge(environment));
    }

    private Environment noEnvironment() {
        return new EnvironmentFacts(
                        "unknown", Optional.empty(), ForkEffort.describe(assignment.settings(), assignment.isPaired()))
                .of(Map.of());
    }
}
