package dev.perfbudget.runner.execution;

import dev.perfbudget.judge.Judge;
import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Budget;
import dev.perfbudget.model.Configuration;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Provenance;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.Settings;
import dev.perfbudget.model.json.CommittedFiles;
import dev.perfbudget.protocol.Against;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.FromFork.ForkReady;
import dev.perfbudget.protocol.FromHost.ForkCompleted;
import dev.perfbudget.protocol.FromRunner.Decided;
import dev.perfbudget.protocol.FromRunner.Decision;
import dev.perfbudget.protocol.FromRunner.Finished;
import dev.perfbudget.protocol.InPlace;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.runner.environment.EnvironmentFacts;
import dev.perfbudget.runner.host.ForkOutcome;
import dev.perfbudget.runner.machine.Machine;
import dev.perfbudget.runner.provenance.ProvenanceReader;
import dev.perfbudget.runner.recording.BenchmarkIds;
import dev.perfbudget.runner.recording.ForkAssembly;
import dev.perfbudget.runner.recording.RunRecord;
import dev.perfbudget.runner.recording.UnwritableTargetException;
import dev.perfbudget.statistics.SteadyTail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The run that the in-place measurements of one test JVM make: a replicate of each test, and no more than that. */
final class InPlaceRun {

    private static final String NO_JMH = "none, measured in place";
    private static final String UNIT = "ns/op";

    private final InPlace.Open open;
    private final Configuration configuration;
    private final Baseline baseline;
    private final RunRecord record;
    private final Provenance provenance;
    private final EnvironmentFacts environment;
    private final ForkAssembly assembly = new ForkAssembly(SteadyTail::of);
    private final RunNotes notes = new RunNotes();
    private final Map<BenchmarkKey, Test> tests = new LinkedHashMap<>();
    private Optional<Instant> start = Optional.empty();

    /** A test with what holds for it. */
    private record Test(MeasuredBenchmark measured, String workload, Budget budget) {

        BenchmarkRun toRun() {
            return measured.toRun(workload, budget);
        }
    }

    private InPlaceRun(
            InPlace.Open open,
            Configuration configuration,
            Baseline baseline,
            RunRecord record,
            Installation installation,
            Supplier<Machine> machine) {
        this.open = open;
        this.configuration = configuration;
        this.baseline = baseline;
        this.record = record;
        this.provenance = new ProvenanceReader(Path.of(open.moduleDirectory()), installation.environment()).read();
        this.environment = new EnvironmentFacts(NO_JMH, read(machine), InPlaceEffort.describe(settings()));
        notes.ownArguments(open.jvmArguments());
        notes.contended(settings());
    }

    /** Takes a directory, and reads the machine: all before anything is measured. */
    static InPlaceRun claim(InPlace.Open open, Installation installation, Supplier<Machine> machine)
            throws IOException, UnwritableTargetException {
        var configuration = PlanConfiguration.of(plan(open, List.of()));
        var baseline = CommittedFiles.of(Path.of(open.moduleDirectory())).read();
        var record = RunRecord.claim(Path.of(open.outputDirectory()), open.runId());
        return new InPlaceRun(open, configuration, baseline, record, installation, machine);
    }

    Settings settings() {
        return configuration.settings();
    }

    RunNotes notes() {
        return notes;
    }

    /** A test asks for its turn; one that was measured before is measured anew. */
    void add(PlannedBenchmark test) throws IOException {
        var plan = plan(open, List.of(test));
        var id = BenchmarkIds.of(test.key());
        var known = tests.get(test.key());
        var number = known == null ? tests.size() + 1 : known.measured().number();
        var timeout = settings().value(SettingName.TIMEOUT);
        tests.put(
                test.key(),
                new Test(
                        new MeasuredBenchmark(number, test, ForkEffort.inPlace(), timeout),
                        Workloads.of(plan).of(id),
                        PlanConfiguration.of(plan).budgetOf(id)));
    }

    /** The time of a run counts from its first turn. */
    void begin(Instant now) {
        start = start.or(() -> Optional.of(now));
    }

    /** Puts it on disk, and decides. */
    Decided keep(InPlace.Measured measured) throws IOException {
        var test = test(measured.test());
        var name = test.measured().id().shortName();
        var took = test.measured().expected();
        var fork = assembly.assemble(test.measured().id(), 0, completed(measured), Map.of());
        record.append(test.measured().number(), fork);
        test.measured().add(fork, 1, took);
        measured.notes().forEach(note -> notes.add(name + " " + note));
        measured.flaws().forEach(notes::addFlaw);
        // By its limits: beside the baseline it can be judged only when all tests of the suite are known.
        var verdict = judge().judge(List.of(run(List.of(test), List.of(), Map.of())))
                .benchmarks()
                .get(0);
        var decision = verdict.outcome() == Outcome.PASSED ? Decision.PASSED : Decision.FAILED;
        return new Decided(measured.test(), decision, Sentences.about(verdict), facts(verdict, measured));
    }

    void fail(BenchmarkKey key, ForkOutcome.Failed failed) {
        test(key).measured().fail(failed);
    }

    /** It was not run after all. */
    void forget(BenchmarkKey key) {
        tests.remove(key);
    }

    /** There was no turn for it; says why. */
    String settle(BenchmarkKey key, String whyNot) {
        test(key).measured().settle(ForkFailure.Kind.NOT_REACHED, whyNot);
        return whyNot;
    }

    /** Puts the whole run on disk, unless there was nothing to measure. */
    Finished conclude() throws IOException {
        if (tests.isEmpty()) {
            return new Finished("", "");
        }
        var all = List.copyOf(tests.values());
        notes.addAll(PlanConfiguration.of(plan(open, planned(all))).notes());
        var run = run(all, gone(), settings().inForce());
        record.write(run);
        var verdict = judge().judge(List.of(run), baseline);
        record.write(verdict);
        return Conclusion.finished(verdict, record);
    }

    /** Nothing is known of what was never found. */
    private List<BenchmarkId> gone() throws IOException {
        return open.side().classPath().isEmpty()
                ? List.of()
                : GoneBenchmarks.ofTests(open.side().classPath(), baseline);
    }

    private Judge judge() {
        return new Judge(settings().value(SettingName.POLICY));
    }

    private Run run(List<Test> chosen, List<BenchmarkId> gone, Map<String, Run.Setting> inForce) {
        return new Run(
                record.id(),
                start.orElseGet(Instant::now),
                Instant.now(),
                open.moduleDirectory(),
                environment.of(forks(chosen).stream().findFirst().map(Fork::jvm).orElse(Map.of())),
                provenance,
                inForce,
                chosen.stream().map(Test::toRun).toList(),
                gone,
                notes.lines(),
                notes.flaws());
    }

    private Test test(BenchmarkKey key) {
        return Optional.ofNullable(tests.get(key))
                .orElseThrow(() -> new IllegalStateException("[" + key + "] has not asked for its turn"));
    }

    private static ForkOutcome.Completed completed(InPlace.Measured measured) {
        return new ForkOutcome.Completed(
                new ForkReady(0, measured.facts()),
                measured.iterations(),
                new ForkCompleted("in place", measured.test(), 1, UNIT, List.of(), List.of()));
    }

    private static Map<String, String> facts(BenchmarkVerdict verdict, InPlace.Measured measured) {
        var facts = new LinkedHashMap<>(Sentences.facts(verdict));
        if (!measured.notes().isEmpty()) {
            facts.put("notes", String.join("; ", measured.notes()));
        }
        if (!measured.flaws().isEmpty()) {
            facts.put("not for gating", String.join("; ", measured.flaws()));
        }
        return facts;
    }

    private Optional<Machine> read(Supplier<Machine> machine) {
        try {
            return Optional.of(machine.get());
        } catch (RuntimeException | LinkageError unreadable) {
            notes.addFlaw("The machine could not be read, so this run is comparable with none: " + unreadable);
            return Optional.empty();
        }
    }

    private static List<Fork> forks(List<Test> tests) {
        return tests.stream().flatMap(test -> test.measured().forks().stream()).toList();
    }

    private static List<PlannedBenchmark> planned(List<Test> tests) {
        return tests.stream().map(test -> test.measured().planned()).toList();
    }

    /** What a run in forks would be asked for: budgets, settings and workloads are found out alike. */
    private static Plan plan(InPlace.Open open, List<PlannedBenchmark> tests) {
        return new Plan(
                open.runId(),
                Plan.Purpose.MEASURE,
                tests,
                List.of(),
                open.side(),
                new Against.Stored(),
                open.moduleDirectory(),
                open.outputDirectory(),
                open.settings(),
                List.of());
    }
}
