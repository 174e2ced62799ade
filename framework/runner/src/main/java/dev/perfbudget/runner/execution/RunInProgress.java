package dev.perfbudget.runner.execution;

import dev.perfbudget.judge.Judge;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Provenance;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.runner.host.ForkOutcome;
import dev.perfbudget.runner.provenance.ProvenanceReader;
import dev.perfbudget.runner.recording.ForkAssembly;
import dev.perfbudget.runner.recording.ResourceSeries;
import dev.perfbudget.runner.recording.RunRecord;
import dev.perfbudget.runner.recording.UnwritableTargetException;
import dev.perfbudget.statistics.SteadyTail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that is known of a run so far; what is finished is on disk. */
final class RunInProgress {

    private final Assignment assignment;
    private final RunRecord record;
    private final Workloads workloads;
    private final List<BenchmarkId> gone;
    private final Provenance provenance;
    private final ForkAssembly assembly = new ForkAssembly(SteadyTail::of);
    private final RunNotes notes = new RunNotes();
    private final List<MeasuredBenchmark> benchmarks = new ArrayList<>();
    private Instant start = Instant.now();

    /** Claims the run's directory, and finds out all that may be different once forks have run. */
    RunInProgress(Assignment assignment) throws IOException, UnwritableTargetException {
        var plan = assignment.plan();
        this.assignment = assignment;
        this.record = RunRecord.claim(Path.of(plan.outputDirectory()), plan.runId());
        this.workloads = Workloads.of(plan);
        this.gone = GoneBenchmarks.of(plan, assignment.baseline());
        this.provenance = new ProvenanceReader(
                        Path.of(plan.moduleDirectory()),
                        assignment.installation().environment())
                .read();
        for (var planned : plan.benchmarks()) {
            var effort = ForkEffort.of(planned, assignment.settings());
            benchmarks.add(new MeasuredBenchmark(benchmarks.size() + 1, planned, effort, assignment.timeout()));
        }
        notes.addAll(assignment.configuration().notes());
        notes.droppedArguments(plan);
        notes.contended(assignment.settings());
        notes.unusedSettings(assignment.settings());
        notes.notForked(benchmarks, assignment.settings());
    }

    List<MeasuredBenchmark> benchmarks() {
        return List.copyOf(benchmarks);
    }

    /** The time of a run counts from when it has the machine. */
    void begin() {
        start = Instant.now();
    }

    /** The file of what is sampled. */
    ResourceSeries resources() {
        return record.resources();
    }

    RunNotes notes() {
        return notes;
    }

    List<Fork> finishedForks() {
        return benchmarks.stream()
                .flatMap(benchmark -> benchmark.forks().stream())
                .toList();
    }

    /** Puts a finished fork on disk. */
    Fork keep(MeasuredBenchmark benchmark, ForkOutcome.Completed completed, Map<String, Double> resources)
            throws IOException {
        var fork = assembly.assemble(benchmark.id(), benchmark.forks().size(), completed, resources);
        record.append(benchmark.number(), fork);
        return fork;
    }

    SuiteVerdict judge(Environment environment) {
        return judge(soFar(environment));
    }

    /** Puts the whole run on disk, and tells the decision; what was not reached says so. */
    void conclude(Environment environment) throws IOException {
        settle();
        var run = soFar(environment);
        record.write(run);
        new Conclusion(assignment, record).tell(judge(run));
    }

    private void settle() {
        var cap = assignment.settings().value(SettingName.CAP);
        var cancellation = assignment.cancellation();
        if (!cancellation.isWished()) {
            notes.cutShort(benchmarks, cap);
        }
        var whyNot = cancellation.isWished()
                ? "Cancelled before its turn: " + cancellation.reason()
                : "The module's time of %s was used up before its turn: raise perfbudget.cap, or measure fewer benchmarks"
                        .formatted(PlanLine.text(cap));
        benchmarks.forEach(benchmark -> benchmark.settle(ForkFailure.Kind.NOT_REACHED, whyNot));
    }

    private SuiteVerdict judge(Run run) {
        return new Judge(assignment.settings().value(SettingName.POLICY)).judge(List.of(run), assignment.baseline());
    }

    private Run soFar(Environment environment) {
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
                gone,
                notes.lines(),
                notes.flaws());
    }
}
