package dev.perfbudget.runner.execution;

import dev.perfbudget.judge.Judge;
import dev.perfbudget.model.AuditedBenchmark;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Pairing;
import dev.perfbudget.model.Pairing.BlockForks;
import dev.perfbudget.model.Provenance;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.protocol.Against;
import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.runner.environment.EnvironmentFacts;
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
import java.util.Optional;
import java.util.OptionalInt;

/** All that is known of a run so far; what is finished is on disk. */
final class RunInProgress {

    /** A seed is written by hand to repeat a run: six digits are enough. */
    private static final int MOST_SEEDS = 1_000_000;

    private final Assignment assignment;
    private final RunRecord record;
    private final Workloads workloads;
    private final List<BenchmarkId> gone;
    private final Provenance provenance;
    private final ForkAssembly assembly = new ForkAssembly(SteadyTail::of);
    private final RunNotes notes = new RunNotes();
    private final List<MeasuredBenchmark> benchmarks = new ArrayList<>();
    private final List<PairedBenchmark> paired = new ArrayList<>();
    private final List<BlockForks> control = new ArrayList<>();
    private final long seed;
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
            add(planned);
        }
        this.seed = assignment
                .settings()
                .value(SettingName.SEED)
                .orElseGet(() -> Math.floorMod(start.toEpochMilli(), MOST_SEEDS));
        notes.addAll(assignment.configuration().notes());
        notes.droppedArguments(plan);
        notes.contended(assignment.settings());
        notes.unusedSettings(assignment.settings());
        if (assignment.isPaired()) {
            notes.unusedForkCounts(assignment.settings());
            notes.sharedProcessor(Runtime.getRuntime().availableProcessors());
        } else {
            notes.notForked(benchmarks, assignment.settings());
        }
    }

    private void add(PlannedBenchmark planned) {
        var settings = assignment.settings();
        var number = benchmarks.size() + 1;
        if (!assignment.isPaired()) {
            benchmarks.add(
                    new MeasuredBenchmark(number, planned, ForkEffort.of(planned, settings), assignment.timeout()));
            return;
        }
        var benchmark = new MeasuredBenchmark(
                number, planned, ForkEffort.inBlocks(planned, settings), assignment.timeoutInTurns());
        audited(benchmark.id()).ifPresent(benchmark::expectSteadyFrom);
        benchmarks.add(benchmark);
        paired.add(new PairedBenchmark(
                benchmark,
                assignment.configuration().budgetOf(benchmark.id()),
                ComparisonRules.PAIRED.looks(),
                new IterationFit(settings)));
    }

    /** When forks became steady that were measured in the same way. */
    private OptionalInt audited(BenchmarkId benchmark) {
        return assignment
                .baseline()
                .audit()
                .filter(audit -> ForkEffort.describe(assignment.settings(), true)
                        .equals(audit.environment().get(EnvironmentFacts.EFFORT)))
                .flatMap(audit -> audit.of(benchmark))
                .map(AuditedBenchmark::warmup)
                .orElse(OptionalInt.empty());
    }

    /** Plans with the noise that an audit has seen, if that was where this run is. */
    void expectNoiseIn(Environment environment) {
        assignment
                .baseline()
                .audit()
                .ifPresent(audit -> paired.forEach(benchmark -> benchmark.expectNoiseOf(audit, environment)));
    }

    /** Those of the benchmarks that are measured in blocks: all, or none. */
    List<PairedBenchmark> paired() {
        return List.copyOf(paired);
    }

    /** From which is drawn whose turn it is. */
    long seed() {
        return seed;
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

    /** How blocks are recorded. */
    BlockRecords blocks(ResourceWatch watch) {
        return new BlockRecords(record, assembly, watch);
    }

    /** Puts a block of the calibration kernel on disk. */
    BlockForks keepControl(BlockForks block) throws IOException {
        record.appendControl(block);
        control.add(block);
        return block;
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

    private Optional<Pairing> pairing() {
        if (assignment.plan().against() instanceof Against.Absent absent) {
            var alone = benchmarks.stream().map(MeasuredBenchmark::id).toList();
            return Optional.of(Pairing.absent(absent.name(), seed, alone, absent.why()));
        }
        return assignment.plan().against() instanceof Against.Artifact artifact
                ? Optional.of(new Pairing(
                        artifact.name(),
                        seed,
                        artifact.differences(),
                        paired.stream().map(PairedBenchmark::forks).toList(),
                        control.isEmpty() ? Optional.empty() : Optional.of(new Pairing.Control(control))))
                : Optional.empty();
    }

    private void settle() {
        var cap = assignment.wallCap();
        var rules = assignment.rulesTime();
        var cancellation = assignment.cancellation();
        if (!cancellation.isWished()) {
            notes.cutShort(benchmarks, cap, rules);
        }
        var whyNot = cancellation.isWished()
                ? "Cancelled before its turn: " + cancellation.reason()
                : "The module's time of %s was used up before its turn: raise %s, or measure fewer benchmarks"
                        .formatted(PlanLine.text(cap), rules);
        benchmarks.forEach(benchmark -> benchmark.settle(ForkFailure.Kind.NOT_REACHED, whyNot));
    }

    private SuiteVerdict judge(Run run) {
        return new Judge(assignment.settings().value(SettingName.POLICY)).judge(List.of(run), assignment.baseline());
    }

    /** The run as it is now. */
    Run soFar(Environment environment) {
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
                notes.flaws(),
                pairing());
    }
}
