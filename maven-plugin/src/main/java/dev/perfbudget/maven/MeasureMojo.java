package dev.perfbudget.maven;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.maven.paired.BaselineArtifact;
import dev.perfbudget.maven.paired.MeasuredModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Measures the benchmarks of the module in JMH's forks. Does not fail for a broken budget, so that what was started
 * before the measurements can be stopped after them: {@code verify} judges. Every benchmark is measured, whether or not
 * it has a budget.
 */
@Mojo(
        name = "measure",
        defaultPhase = LifecyclePhase.INTEGRATION_TEST,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class MeasureMojo extends LaunchMojo {

    /** Leaves out measurements, as it does integration tests; {@code smoke} is not touched. */
    @Parameter(property = "skipITs", defaultValue = "false")
    boolean skipITs;

    /**
     * How much is measured: {@code gate} (short forks and iterations of ours) or {@code jmh} (as the annotations say).
     */
    @Parameter(property = "perfbudget.effort", defaultValue = "")
    String effort = "";

    /** Forks of each benchmark. */
    @Parameter(property = "perfbudget.forks", defaultValue = "")
    String forks = "";

    /** Measured iterations of a fork. */
    @Parameter(property = "perfbudget.iterations", defaultValue = "")
    String iterations = "";

    /** Warmup iterations of a fork, at most. */
    @Parameter(property = "perfbudget.warmupIterations", defaultValue = "")
    String warmupIterations = "";

    /** Length of an iteration, for example {@code 100 ms}. */
    @Parameter(property = "perfbudget.iterationTime", defaultValue = "")
    String iterationTime = "";

    /** Wall time that the module's measurements may take, for example {@code 10 min}. */
    @Parameter(property = "perfbudget.cap", defaultValue = "")
    String cap = "";

    /** Silence beyond an iteration's own time after which a fork is killed, for example {@code 60 s}. */
    @Parameter(property = "perfbudget.timeout", defaultValue = "")
    String timeout = "";

    /** What becomes of limits that stay undecided: {@code warn}, {@code extend} or {@code fail}. */
    @Parameter(property = "perfbudget.policy", defaultValue = "")
    String policy = "";

    /**
     * What the candidate is measured beside: {@code git:REF}, {@code gav:GROUP:ARTIFACT:VERSION}, {@code
     * release:latest}, {@code release:PATTERN}, {@code release:GROUP:ARTIFACT[:PATTERN]}, {@code dir:PATH[,PATH]} or
     * {@code self}.
     */
    @Parameter(property = "perfbudget.baseline", defaultValue = "")
    String baseline = "";

    @Inject
    MeasureMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        super(repositorySystem, toolchains);
    }

    @Override
    public void execute() throws MojoExecutionException {
        var parameters = parameters(ofGoal());
        var ledger = Ledger.of(this);
        var skipped = new Skip(parameters, Set.of("off", "smoke")).reason("skipITs");
        if (skipped.isPresent()) {
            getLog().info("Nothing is measured (" + skipped.get() + ").");
            ledger.add(new Ledger.Skipped(skipped.get()));
            return;
        }
        new FormerOutput(output(parameters), session.getStartTime().toInstant()).delete();
        new ReactorReport(session, plugin).deleteFormer();
        measure(parameters).forEach(ledger::add);
        var failures = ledger.all(Ledger.Failed.class);
        if (!failures.isEmpty() && !verifyFollows()) {
            throw new MojoExecutionException(
                    failures.stream().map(Ledger.Failed::message).collect(Collectors.joining("\n")));
        }
    }

    private List<Ledger.Entry> measure(Parameters parameters) {
        try {
            var found = new Module(project).benchmarks();
            var selected = select(found, parameters);
            return selected.isEmpty()
                    ? List.of(nothingSelected(found, parameters))
                    : new OwnMachine(session, project, getLog())
                            .use(contended -> measured(selected, parameters, contended));
        } catch (MojoExecutionException defect) {
            var message = String.valueOf(defect.getMessage());
            getLog().error(message);
            return List.of(new Ledger.Failed(message));
        }
    }

    /** A module that has lost its last benchmark has nothing to measure, and must not be green for that. */
    private Ledger.Entry nothingSelected(List<FoundClass> found, Parameters parameters) throws MojoExecutionException {
        var baseline = parameters.text("perfbudget.baseline");
        var gone = baseline.isEmpty() || project.getPackaging().equals("pom")
                ? List.<String>of()
                : setting(parameters).gone(baseline, found);
        return gone.isEmpty()
                ? nothing(found, parameters)
                : new Ledger.Failed(
                        gone.stream().map(Sentences::goneBesideBuild).collect(Collectors.joining("\n")));
    }

    private Ledger.Entry nothing(List<FoundClass> found, Parameters parameters) {
        if (found.isEmpty()) {
            return new Ledger.Nothing("no benchmark and no budget in this module");
        }
        var includes = parameters.list("perfbudget.includes");
        var reason = "none of the benchmarks in " + found.size() + " classes matches includes " + includes
                + " and excludes " + parameters.list("perfbudget.excludes");
        getLog().info("Nothing to measure: " + reason + ".");
        if (!includes.isEmpty()) {
            new SelectionOfBuild(session).missIn(project, reason);
        }
        return new Ledger.Nothing(reason);
    }

    /** What could be measured counts, even if something else could not: all of it is told together in the end. */
    private List<Ledger.Entry> measured(List<String> selected, Parameters parameters, Optional<String> contended)
            throws MojoExecutionException {
        var given = new LinkedHashMap<>(Map.of("mode", "measure"));
        contended.ifPresent(why -> given.put("contended", why));
        var baseline = parameters.text("perfbudget.baseline");
        given.putAll(baseline.isEmpty() ? Map.of() : beside(baseline, parameters));
        var end = launch(selected, parameters, given);
        var entries = new ArrayList<Ledger.Entry>();
        end.runs().forEach(run -> entries.add(new Ledger.Ran(output(parameters), run)));
        if (!end.isComplete()) {
            entries.add(new Ledger.Failed(end.message()));
        }
        if (entries.isEmpty()) {
            entries.add(nothingTagged(parameters));
        }
        if (!end.runs().isEmpty()) {
            new SelectionOfBuild(session).match(project);
        }
        return entries;
    }

    /** Settings that have it measured beside this. */
    final Map<String, String> beside(String baseline, Parameters parameters) throws MojoExecutionException {
        return setting(parameters).of(baseline);
    }

    private BaselineSetting setting(Parameters parameters) throws MojoExecutionException {
        var module = new MeasuredModule(session, project, plugin, classPath(), new Module(project).isBenchmarksOnly());
        var artifact = new BaselineArtifact(repositorySystem, module, getLog());
        return new BaselineSetting(artifact, selection(parameters), workDirectory(parameters), getLog());
    }

    /** Why a test JVM that ended well has measured nothing. */
    private Ledger.Entry nothingTagged(Parameters parameters) {
        var wanted = parameters.text("perfbudget.groups");
        var unwanted = parameters.text("perfbudget.excludedGroups");
        if (wanted.isEmpty() && unwanted.isEmpty()) {
            return new Ledger.Failed("The test JVM ended well but has measured nothing.");
        }
        var reason = "no benchmark has the tags asked for (groups [" + wanted + "], excludedGroups [" + unwanted + "])";
        if (!wanted.isEmpty()) {
            new SelectionOfBuild(session).missIn(project, reason);
        }
        return new Ledger.Nothing(reason);
    }

    /** What was set for this goal, by property. */
    final Map<String, String> ofGoal() {
        var pom = new LinkedHashMap<String, String>();
        pom.put("skipITs", String.valueOf(skipITs));
        pom.put("perfbudget.effort", effort);
        pom.put("perfbudget.forks", forks);
        pom.put("perfbudget.iterations", iterations);
        pom.put("perfbudget.warmupIterations", warmupIterations);
        pom.put("perfbudget.iterationTime", iterationTime);
        pom.put("perfbudget.cap", cap);
        pom.put("perfbudget.timeout", timeout);
        pom.put("perfbudget.policy", policy);
        pom.put("perfbudget.baseline", baseline);
        pom.values().removeIf(String::isBlank);
        return pom;
    }

    /** Whether it can be left to {@code verify} to fail the build. */
    private boolean verifyFollows() {
        return execution.getSource() == MojoExecution.Source.LIFECYCLE && Bindings.verify(project, plugin);
    }
}
