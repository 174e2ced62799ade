package dev.perfbudget.maven;

import dev.perfbudget.judge.Auditor;
import dev.perfbudget.model.Audit;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.json.CommittedFiles;
import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.report.AuditTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Measures the module beside itself, several times, so that whatever the gate finds is chance: how often it fails
 * although nothing changed, how noisy each benchmark is on this machine, and which slowdown is found in the time there
 * is. Prints that and keeps it in {@code perfbudget/audit.json}, from which later reports show it. Compiles the module
 * first.
 */
@Mojo(name = "audit", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class AuditMojo extends MeasureMojo {

    /** How often the module is measured beside itself, at least once. */
    @Parameter(property = "perfbudget.audits", defaultValue = "3")
    String audits = "3";

    @Inject
    AuditMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        super(repositorySystem, toolchains);
    }

    @Override
    public void execute() throws MojoExecutionException {
        var ofGoal = ofGoal();
        ofGoal.put("perfbudget.audits", audits);
        var parameters = parameters(ofGoal);
        var skipped = new Skip(parameters, Set.of("off", "smoke")).reason("skipITs");
        if (skipped.isPresent()) {
            getLog().info("Nothing is audited (" + skipped.get() + ").");
            return;
        }
        var selected = select(new Module(project).benchmarks(), parameters);
        if (selected.isEmpty()) {
            getLog().info("Nothing to audit: no benchmark is selected in this module.");
            return;
        }
        conclude(
                new OwnMachine(session, project, getLog()).use(contended -> measured(selected, parameters, contended)));
    }

    private List<Run> measured(List<String> selected, Parameters parameters, Optional<String> contended)
            throws MojoExecutionException {
        var output = output(parameters).resolve("audit");
        new FormerOutput(output, session.getStartTime().toInstant()).delete();
        var given = new LinkedHashMap<>(Map.of("mode", "measure", "output", output.toString()));
        contended.ifPresent(why -> given.put("contended", why));
        given.putAll(beside("self", parameters));
        var times = Integer.parseInt(parameters.text("perfbudget.audits"));
        var runs = new ArrayList<Run>();
        for (var audit = 1; audit <= times; audit++) {
            getLog().info("Audit " + audit + " of " + times);
            given.put("runId", id(parameters) + "-" + audit);
            runs.addAll(measured(selected, parameters, given));
        }
        return runs;
    }

    private List<Run> measured(List<String> selected, Parameters parameters, Map<String, String> given)
            throws MojoExecutionException {
        var end = launch(selected, parameters, given);
        if (!end.isComplete()) {
            throw new MojoExecutionException(end.message());
        }
        var runs = new ArrayList<Run>();
        for (var run : end.runs()) {
            runs.add(read(run));
        }
        return runs;
    }

    private static Run read(Path run) throws MojoExecutionException {
        try {
            return RunDirectory.at(run).readRun();
        } catch (IOException unreadable) {
            throw new MojoExecutionException("Cannot audit [" + run + "]: " + unreadable.getMessage(), unreadable);
        }
    }

    private void conclude(List<Run> runs) throws MojoExecutionException {
        var audit = Auditor.audit(runs)
                .orElseThrow(() -> new MojoExecutionException("Nothing could be measured beside itself in ["
                        + project.getArtifactId()
                        + "], so nothing is known of its gate: only benchmarks are measured in"
                        + " blocks, ordinary tests are not, and a failure is told above."));
        AuditTable.lines(audit).forEach(getLog()::info);
        keep(audit);
    }

    private void keep(Audit audit) throws MojoExecutionException {
        var files = CommittedFiles.of(project.getBasedir().toPath());
        try {
            files.write(audit);
        } catch (IOException unwritable) {
            throw new MojoExecutionException(String.valueOf(unwritable.getMessage()), unwritable);
        }
        getLog().info("Kept in [" + files.auditFile() + "]: commit it, and reports show it.");
    }
}
