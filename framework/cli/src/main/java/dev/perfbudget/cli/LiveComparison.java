package dev.perfbudget.cli;

import dev.perfbudget.judge.Judge;
import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.Settings;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.json.CommittedFiles;
import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.model.json.VerdictJson;
import dev.perfbudget.protocol.Against;
import dev.perfbudget.protocol.Declaration;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.protocol.Side;
import dev.perfbudget.runner.execution.Installation;
import dev.perfbudget.runner.execution.PlanExecution;
import dev.perfbudget.runner.process.ProcessTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Measures two class paths beside each other, as a build does with its baseline, and has the run judged. */
final class LiveComparison {

    private static final int MOST_DETAIL_LINES = 12;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final LiveRequest request;
    private final PrintWriter live;

    /** @param live gets a line for everything that happens meanwhile */
    LiveComparison(LiveRequest request, PrintWriter live) {
        this.request = request;
        this.live = live;
    }

    SuiteVerdict compare() throws BadInputException {
        try (var agent = new AgentJar()) {
            return compare(agent);
        } catch (IOException broken) {
            throw new BadInputException(List.of("Measuring failed: " + broken), broken);
        }
    }

    private SuiteVerdict compare(AgentJar agent) throws IOException, BadInputException {
        var candidate = side(request.candidate(), agent);
        var sides = new LiveSides(
                inventory("baseline", side(request.baseline(), agent), agent),
                inventory("candidate", candidate, agent));
        sides.check(request.patterns());
        var listener = new LiveLines(live);
        var execution = new PlanExecution(plan(candidate, sides, agent), installation(agent), listener);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(execution), "perfbudget-end"));
        execution.run();
        return judged(RunDirectory.at(listener.runDirectory()), sides);
    }

    /** Leaves no process behind; what has ended by itself has nothing to end. */
    private static void end(PlanExecution execution) {
        execution.cancel("perfbudget was ended");
        new ProcessTree(ProcessHandle.current()).killDescendants();
    }

    private Inventory inventory(String name, Side side, AgentJar agent) throws IOException, BadInputException {
        return Inventory.of(name, side, request.patterns(), agent.directory());
    }

    private Side side(ClassPath classPath, AgentJar agent) {
        return new Side(request.javaHome().toString(), classPath.behind(agent.path()), here());
    }

    private static String here() {
        return Path.of("").toAbsolutePath().toString();
    }

    private Plan plan(Side candidate, LiveSides sides, AgentJar agent) throws IOException {
        return new Plan(
                TIME.format(Instant.now()) + "-" + ProcessHandle.current().pid(),
                Plan.Purpose.MEASURE,
                sides.candidate().chosen(),
                sides.candidate().all().stream().map(PlannedBenchmark::key).toList(),
                candidate,
                new Against.Artifact(
                        request.baseline().name(), request.baseline().behind(agent.path()), differences(sides)),
                here(),
                request.output().toString(),
                List.of(new Declaration("-D", request.settings(), List.of())),
                List.of());
    }

    private List<String> differences(LiveSides sides) throws IOException {
        var classPaths = new ClassPathDifferences(request.baseline(), request.candidate()).lines();
        if (classPaths.isEmpty()) {
            return List.of(Against.Artifact.IN_NOTHING);
        }
        return Stream.concat(
                        classPaths.stream(), sides.differentWorkloads(request.baseline(), request.candidate()).stream())
                .toList();
    }

    private static Installation installation(AgentJar agent) {
        return new Installation(System.getenv(), Path.of(System.getProperty("java.io.tmpdir")), agent.processorPath());
    }

    /** Once more by the same rules, for one thing the runner cannot know: what only the baseline has. */
    private SuiteVerdict judged(RunDirectory directory, LiveSides sides) throws IOException {
        var run = directory.readRun();
        var policy = new Settings(run.settings()).value(SettingName.POLICY);
        var verdict = new Judge(policy)
                .judge(List.of(run), CommittedFiles.of(Path.of(run.module())).read())
                .without(sides.missing());
        directory.write(verdict, new VerdictJson(Sentences::reason));
        live.println("Files: [" + directory.path() + "]");
        return verdict;
    }

    /** What failed otherwise than by being slower, for people: the table of ratios has nothing to say of it. */
    static List<String> failures(SuiteVerdict verdict) {
        var lines = new ArrayList<String>();
        verdict.benchmarks().stream()
                .filter(benchmark -> benchmark.isUnmeasured())
                .forEach(benchmark -> {
                    lines.add(Sentences.about(benchmark));
                    benchmark.failures().stream()
                            .flatMap(failure -> failure.detail().lines().limit(MOST_DETAIL_LINES))
                            .forEach(lines::add);
                });
        return lines;
    }
}
