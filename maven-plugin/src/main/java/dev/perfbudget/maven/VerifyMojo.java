package dev.perfbudget.maven;

import dev.perfbudget.report.HtmlReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Judges what {@code measure} measured in this build, writes the verdict and the report, prints the table of verdicts,
 * and fails the build if a budget is not kept or something was not measured that should have been.
 */
@Mojo(
        name = "verify",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class VerifyMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    PluginDescriptor plugin;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    /** Leaves out everything that this plugin does. */
    @Parameter(property = "perfbudget.skip", defaultValue = "false")
    boolean skip;

    /** Maven's usual way of leaving out tests. */
    @Parameter(property = "skipTests", defaultValue = "false")
    boolean skipTests;

    /** Maven's usual way of leaving out integration tests. */
    @Parameter(property = "skipITs", defaultValue = "false")
    boolean skipITs;

    /** Maven's usual way of leaving out tests and their compilation. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    boolean mavenTestSkip;

    /** {@code off} and {@code smoke} leave out this goal. */
    @Parameter(property = "perfbudget.mode", defaultValue = "")
    String mode = "";

    /**
     * What fails the build: {@code verdict}, or {@code never} to report only. Something that was not measured but
     * should have been fails the build even so.
     */
    @Parameter(property = "perfbudget.failOn", defaultValue = "verdict")
    String failOn = "verdict";

    /**
     * Folder of templates that replace those of the report; a relative one is relative to the module's directory, or on
     * the command line to where Maven was started.
     */
    @Parameter(property = "perfbudget.templates", defaultValue = "")
    String templates = "";

    /** Whether the report is one HTML file with everything in it, and not a folder. */
    @Parameter(property = "perfbudget.singleFile", defaultValue = "false")
    boolean singleFile;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        var parameters = Parameters.of(session, pom()).checked();
        var skipped = new Skip(parameters, Set.of("off", "smoke")).reason("skipITs");
        var ledger = Ledger.of(this);
        var unmeasured = unmeasured(ledger, skipped);
        var runs = ledger.all(Ledger.Ran.class);
        var job = new GithubJob(System.getenv(), RawOutput.open(), getLog());
        var report = ChosenReport.of(parameters, session, project);
        if (runs.isEmpty()) {
            reportReactor(Optional.empty(), unmeasured, report);
            failIfAny(unmeasured, job);
            sayWhyNothing(ledger, skipped);
            return;
        }
        var judgement = judge(runs, unmeasured, report);
        judgement.lines(MavenScreen.of(session)).forEach(getLog()::info);
        reportReactor(Optional.of(judgement.module()), unmeasured, report);
        job.tell(judgement, project);
        fail(judgement, parameters);
    }

    private void fail(Judgement judgement, Parameters parameters) throws MojoExecutionException, MojoFailureException {
        if (judgement.isPassed()) {
            return;
        }
        if (judgement.isUnmeasured()) {
            throw new MojoExecutionException(judgement.message());
        }
        if (!parameters.text("perfbudget.failOn").equals("never")) {
            throw new MojoFailureException(judgement.message());
        }
        getLog().warn("The build goes on (perfbudget.failOn=never) in spite of this: " + judgement.message());
    }

    /** The module's own verdict is said and written, whatever becomes of the report about all of them. */
    private void reportReactor(Optional<JudgedModule> module, List<String> unmeasured, HtmlReport report) {
        try {
            new ReactorReport(session, plugin)
                    .add(project, module, unmeasured, report)
                    .ifPresent(page -> getLog().info("Report of all modules so far: " + page));
        } catch (IOException unwritable) {
            getLog().error("There is no report of all modules: " + unwritable.getMessage());
        }
    }

    private Judgement judge(List<Ledger.Ran> runs, List<String> unmeasured, HtmlReport report)
            throws MojoExecutionException {
        try {
            return Judgement.of(session, project, runs, unmeasured, report);
        } catch (IOException unusable) {
            var all = new ArrayList<>(unmeasured);
            all.add("Cannot judge " + runs.stream().map(Ledger.Ran::run).toList() + " of [" + project.getArtifactId()
                    + "]: " + unusable.getMessage());
            throw new MojoExecutionException(String.join("\n", all), unusable);
        }
    }

    /** What should have been measured and was not, for whatever reason, beside what went wrong within a run. */
    private List<String> unmeasured(Ledger ledger, Optional<String> skipped) throws MojoExecutionException {
        var unmeasured = new ArrayList<String>();
        var failures = ledger.all(Ledger.Failed.class);
        if (!failures.isEmpty()) {
            unmeasured.add("Not everything could be measured in [" + project.getArtifactId() + "]:");
            failures.forEach(failure -> unmeasured.add(failure.message()));
        }
        new SelectionOfBuild(session).problemAfter(project, plugin, execution).ifPresent(unmeasured::add);
        if (ledger.isEmpty() && skipped.isEmpty()) {
            var found = new Module(project).benchmarks();
            if (!found.isEmpty()) {
                unmeasured.add("Nothing was measured in this build, but [" + project.getArtifactId()
                        + "] has benchmarks or budgets in "
                        + found.stream().map(FoundClass::name).toList()
                        + ". Run the goal [measure] in the same build, before this one, or leave both out with"
                        + " -Dperfbudget.skip.");
            }
        }
        return unmeasured;
    }

    private static void failIfAny(List<String> unmeasured, GithubJob job) throws MojoExecutionException {
        if (!unmeasured.isEmpty()) {
            var message = String.join("\n", unmeasured);
            job.tell(message);
            throw new MojoExecutionException(message);
        }
    }

    private void sayWhyNothing(Ledger ledger, Optional<String> skip) {
        ledger.all(Ledger.Skipped.class).forEach(skipped -> getLog().info(
                        "Nothing to judge: nothing was measured (" + skipped.reason() + ")."));
        ledger.all(Ledger.Nothing.class)
                .forEach(nothing -> getLog().debug("Nothing to judge: " + nothing.reason() + "."));
        if (ledger.isEmpty()) {
            skip.ifPresent(reason -> getLog().info("Nothing is judged (" + reason + ")."));
        }
    }

    private Map<String, String> pom() {
        return Map.of(
                "perfbudget.skip", String.valueOf(skip),
                "skipTests", String.valueOf(skipTests),
                "skipITs", String.valueOf(skipITs),
                "maven.test.skip", String.valueOf(mavenTestSkip),
                "perfbudget.mode", mode,
                "perfbudget.failOn", failOn,
                "perfbudget.templates", templates,
                "perfbudget.singleFile", String.valueOf(singleFile));
    }
}
