package dev.perfbudget.maven;

import dev.perfbudget.judge.Acceptance;
import dev.perfbudget.judge.AcceptanceRules;
import dev.perfbudget.model.AcceptedSessions;
import dev.perfbudget.model.json.CommittedFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Takes what was measured as the new baseline: the last run of the module, or a run that was kept elsewhere. Writes
 * {@code perfbudget/baseline.json}, which belongs under version control, and says in words what changes in it.
 */
@Mojo(name = "accept", threadSafe = true)
public final class AcceptMojo extends AbstractMojo {

    private static final Set<String> MEASURE_NOTHING = Set.of("smoke", "off");

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    /** Leaves out everything that this plugin does. */
    @Parameter(property = "perfbudget.skip", defaultValue = "false")
    boolean skip;

    /** {@code smoke} and {@code off} measure nothing, so that there is nothing to accept. */
    @Parameter(property = "perfbudget.mode", defaultValue = "")
    String mode = "";

    /** Where runs are written. */
    @Parameter(property = "perfbudget.output", defaultValue = "${project.build.directory}/perfbudget")
    File output = new File("");

    /** A {@code run.json}, or its directory, to accept instead of the last run: such as what a CI build has kept. */
    @Parameter(property = "perfbudget.run", defaultValue = "")
    String run = "";

    /** Whether a run of code that was not committed is accepted as well. */
    @Parameter(property = "perfbudget.dirty", defaultValue = "false")
    boolean dirty;

    @Override
    public void execute() throws MojoExecutionException {
        var parameters = Parameters.of(session, pom()).checked();
        var skipped = skipped(parameters);
        if (skipped.isPresent()) {
            getLog().info("Nothing is accepted (" + skipped.get() + ").");
            return;
        }
        try {
            var runs = runs(parameters);
            var whole = new AcceptanceOfBuild(session);
            if (runs.isEmpty()) {
                getLog().info("Nothing to accept in [" + project.getArtifactId() + "]: it has no run.");
                whole.passOver(project);
                return;
            }
            accept(runs, parameters);
            whole.accepted(project);
        } catch (IOException unusable) {
            getLog().debug(unusable);
            throw new MojoExecutionException(String.valueOf(unusable.getMessage()));
        }
    }

    private RunsToAccept runs(Parameters parameters) throws IOException, MojoExecutionException {
        var named = parameters.text("perfbudget.run");
        if (!named.isEmpty()) {
            return named(named);
        }
        var measuresNothing = parameters.text("perfbudget.mode");
        if (MEASURE_NOTHING.contains(measuresNothing)) {
            throw new MojoExecutionException("There is nothing to accept under perfbudget.mode=" + measuresNothing
                    + ", which measures nothing and writes no run. Measure first: mvn verify");
        }
        var ledger = Ledger.of(this);
        var directory = project.getBasedir().toPath().resolve(parameters.text("perfbudget.output"));
        return ledger.isEmpty()
                ? RunsToAccept.last(directory, project.getArtifactId(), own())
                : RunsToAccept.measured(ledger.all(Ledger.Ran.class));
    }

    /** Where a POM asks for it in every build, it is left out wherever measuring is; who calls it by itself means it. */
    private Optional<String> skipped(Parameters parameters) {
        return execution.getSource() == MojoExecution.Source.LIFECYCLE
                ? new Skip(parameters, MEASURE_NOTHING).reason("skipITs")
                : Optional.of("perfbudget.skip").filter(parameters::flag);
    }

    private RunsToAccept named(String file) throws IOException, MojoExecutionException {
        if (session.getProjects().size() > 1) {
            throw new MojoExecutionException("[" + file + "] is a run of one module, but this build has "
                    + session.getProjects().size() + ". Say whose it is, with -pl, such as -pl :"
                    + project.getArtifactId());
        }
        return RunsToAccept.in(Path.of(session.getExecutionRootDirectory()).resolve(file), own());
    }

    private OwnRuns own() {
        var build = project.getBuild();
        return new OwnRuns(
                project.getBasedir().toPath(),
                List.of(Path.of(build.getTestOutputDirectory()), Path.of(build.getOutputDirectory())));
    }

    private void accept(RunsToAccept chosen, Parameters parameters) throws IOException, MojoExecutionException {
        var runs = chosen.byName();
        var problems = new AcceptanceRules(parameters.flag("perfbudget.dirty")).problems(runs);
        if (!problems.isEmpty()) {
            throw new MojoExecutionException(String.join("\n", problems));
        }
        var committed = CommittedFiles.of(project.getBasedir().toPath());
        var stored = committed.readBaseline().orElse(AcceptedSessions.NONE);
        var acceptance = Acceptance.of(stored, List.copyOf(runs.values()));
        committed.write(acceptance.sessions());
        runs.keySet().forEach(run -> getLog().info("Accepted " + run));
        acceptance.words().forEach(line -> getLog().info("  " + line));
        getLog().info("Written to " + committed.baselineFile() + ": commit it.");
    }

    private Map<String, String> pom() {
        return Map.of(
                "perfbudget.skip", String.valueOf(skip),
                "perfbudget.mode", mode,
                "perfbudget.output", output.getPath(),
                "perfbudget.run", run,
                "perfbudget.dirty", String.valueOf(dirty));
    }
}
