package dev.perfbudget.runner.execution;

import dev.perfbudget.judge.Judge;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Provenance;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.runner.environment.EnvironmentFacts;
import dev.perfbudget.runner.host.ChildEnvironment;
import dev.perfbudget.runner.host.ForkOutcome;
import dev.perfbudget.runner.provenance.ProvenanceReader;
import dev.perfbudget.runner.queue.Holder;
import dev.perfbudget.runner.queue.MachineQueue;
import dev.perfbudget.runner.queue.Turn;
import dev.perfbudget.runner.recording.ForkAssembly;
import dev.perfbudget.runner.recording.RunRecord;
import dev.perfbudget.runner.recording.UnwritableTargetException;
import dev.perfbudget.statistics.SteadyTail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures a plan in forks and has it judged. */
final class Measurement {

    private final Assignment assignment;
    private final ForkAssembly assembly = new ForkAssembly(SteadyTail::of);
    private final RunRecord record;
    private final Workloads workloads;
    private final Provenance provenance;
    private final Instant start = Instant.now();
    private final RunNotes notes = new RunNotes();
    private final List<MeasuredBenchmark> benchmarks = new ArrayList<>();

    /** Finds out all that must be known before; measures nothing yet. */
    Measurement(Assignment assignment) throws IOException, UnwritableTargetException {
        var plan = assignment.plan();
        var environment = assignment.installation().environment();
        this.assignment = assignment;
        this.record = RunRecord.claim(Path.of(plan.outputDirectory()), plan.runId());
        this.workloads = Workloads.of(plan);
        this.provenance = new ProvenanceReader(Path.of(plan.moduleDirectory()), environment).read();
        for (var planned : plan.benchmarks()) {
            var effort = ForkEffort.of(planned, assignment.settings());
            benchmarks.add(new MeasuredBenchmark(benchmarks.size() + 1, planned, effort, assignment.timeout()));
        }
        notes.addAll(assignment.configuration().notes());
        notes.droppedArguments(plan, ChildEnvironment.of(environment).dropped());
        notes.unusedSettings(assignment.settings());
        notes.notForked(benchmarks, assignment.settings());
    }

    /** Waits for the machine, has it until the last fork is done, and judges then. */
    void run() throws IOException {
        var environment = noEnvironment();
        var turn = turn();
        if (turn.isPresent()) {
            try (var held = turn.get();
                    var workshop = Workshop.open(assignment)) {
                notes.addAll(held.notes());
                environment = measure(workshop);
            }
        }
        settle();
        var run = runSoFar(environment);
        record.write(run);
        new Conclusion(assignment, record).tell(judge(run));
    }

    private Optional<Turn> turn() throws IOException {
        var queue = new MachineQueue(assignment.installation().temporary(), ZoneId.systemDefault());
        var self = new Holder(
                ProcessHandle.current().pid(), Instant.now(), assignment.plan().moduleDirectory());
        return queue.await(self, assignment::notice, assignment.cancellation()::isWished);
    }

    private Environment measure(Workshop workshop) throws IOException {
        workshop.failUngenerated(benchmarks);
        assignment.cancellation().whenWished(workshop.hosts()::cancel);
        var facts = new Surroundings(assignment, notes).read(workshop.hosts());
        var cap = new WallCap(assignment.settings().value(SettingName.CAP), System::nanoTime);
        assignment.notice(PlanLine.of(benchmarks, cap.cap()));
        var rounds = new Rounds(
                workshop.hosts()::run, this::keep, assignment.audience(), cap, assignment.cancellation()::isWished);
        rounds.run(benchmarks);
        if (assignment.settings().value(SettingName.POLICY) == Policy.EXTEND) {
            extend(rounds, facts);
        }
        notes.outlasted(cap);
        return facts.of(finishedForks());
    }

    /** Once, by as many forks again: every further look would cost some of the certainty that is promised. */
    private void extend(Rounds rounds, EnvironmentFacts facts) throws IOException {
        var undecided = undecided(facts);
        var open = benchmarks.stream()
                .filter(benchmark -> undecided.contains(benchmark.id()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        open.forEach(MeasuredBenchmark::extend);
        var names = open.stream().map(benchmark -> benchmark.id().shortName()).collect(Collectors.joining(", "));
        notes.add("Undecided after the planned forks, so measured with as many again: " + names);
        assignment.notice("undecided, measuring more forks: " + names);
        rounds.run(open);
    }

    private Set<BenchmarkId> undecided(EnvironmentFacts facts) {
        return judge(runSoFar(facts.of(finishedForks()))).benchmarks().stream()
                .filter(verdict -> verdict.has(LimitVerdict.State.UNDECIDED))
                .map(BenchmarkVerdict::id)
                .collect(Collectors.toSet());
    }

    private Fork keep(MeasuredBenchmark benchmark, ForkOutcome.Completed completed) throws IOException {
        var fork = assembly.assemble(benchmark.id(), benchmark.forks().size(), completed);
        record.append(benchmark.number(), fork);
        return fork;
    }

    private void settle() {
        var cap = assignment.settings().value(SettingName.CAP);
        var cancellation = assignment.cancellation();
        notes.cutShort(benchmarks, cap);
        var whyNot = cancellation.isWished()
                ? "Cancelled before its turn: " + cancellation.reason()
                : "The module's time of %s was used up before its turn: raise perfbudget.cap, or measure fewer benchmarks"
                        .formatted(PlanLine.text(cap));
        benchmarks.forEach(benchmark -> benchmark.settle(ForkFailure.Kind.NOT_REACHED, whyNot));
    }

    private Run runSoFar(Environment environment) {
        var runs = benchmarks.stream()
                .map(benchmark -> benchmark.toRun(
                        workloads.of(benchmark.id()), assignment.configuration().budgetOf(benchmark.id())))
                .toList();
        return new Run(
                record.id(),
                start,
                Instant.now(),
                assignment.plan().moduleDirectory(),
                environment,
                provenance,
                assignment.settings().inForce(),
                runs,
                notes.lines());
    }

    private SuiteVerdict judge(Run run) {
        return new Judge(assignment.settings().value(SettingName.POLICY)).judge(List.of(run));
    }

    private List<Fork> finishedForks() {
        return benchmarks.stream()
                .flatMap(benchmark -> benchmark.forks().stream())
                .toList();
    }

    private Environment noEnvironment() {
        return new EnvironmentFacts("unknown", Optional.empty(), ForkEffort.describe(assignment.settings()))
                .of(List.of());
    }
}
