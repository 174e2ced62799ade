package dev.perfbudget.maven;

import dev.perfbudget.model.Audit;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.report.HtmlReport;
import dev.perfbudget.report.ReportContent;
import dev.perfbudget.report.chart.ResourceLines;
import dev.perfbudget.report.files.ReportFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * One report about all modules of a build, beside those of each: in the top project, rewritten after every module, as
 * nobody knows which will be the last. As long as a module is to come it does not pass, so that a build which ends early
 * leaves none that does.
 */
final class ReactorReport {

    private final MavenSession session;
    private final PluginDescriptor plugin;
    private final List<List<List<String>>> modules;
    private final Map<String, Object> judged;

    ReactorReport(MavenSession session, PluginDescriptor plugin) {
        this.session = session;
        this.plugin = plugin;
        this.modules = BuildWide.lists(session, "modules");
        this.judged = BuildWide.left(session, "judged");
    }

    /** Deletes what an earlier build has left, once. */
    void deleteFormer() throws MojoExecutionException {
        if (isOfSeveral() && BuildWide.names(session, "former").add("deleted")) {
            new FormerOutput(output(), session.getStartTime().toInstant()).delete();
        }
    }

    /**
     * Takes in what one module came to, and writes the report if there is anything to report.
     *
     * @return its page, if it was written
     */
    Optional<Path> add(MavenProject project, Optional<JudgedModule> module, List<String> unmeasured, HtmlReport report)
            throws IOException {
        if (!isOfSeveral()) {
            return Optional.empty();
        }
        synchronized (BuildWide.lock(session, "report")) {
            if (module.isPresent() || !unmeasured.isEmpty()) {
                var runs = module.map(JudgedModule::directories).orElse(List.of());
                modules.add(List.of(
                        List.of(project.getBasedir().toString()),
                        runs.stream().map(Path::toString).toList(),
                        List.copyOf(unmeasured)));
                module.ifPresent(known -> judged.put(runs.toString(), known));
            }
            return modules.stream().allMatch(any -> any.get(1).isEmpty())
                    ? Optional.empty()
                    : Optional.of(write(report));
        }
    }

    /** Where the top project is left out of the build, as with {@code -pl}, there is no place for it. */
    private boolean isOfSeveral() {
        return session.getProjects().size() > 1 && session.getTopLevelProject().isExecutionRoot();
    }

    private Path write(HtmlReport report) throws IOException {
        var runs = new ArrayList<Run>();
        var verdicts = new ArrayList<SuiteVerdict>();
        var audits = new HashMap<String, Audit>();
        var resources = new ResourceLines();
        var missing = new ArrayList<String>();
        for (var module : modules) {
            var directories = module.get(1).stream().map(Path::of).toList();
            if (!directories.isEmpty()) {
                var known = judged(Path.of(module.get(0).get(0)), directories);
                runs.addAll(known.runs());
                verdicts.add(known.suite());
                audits.putAll(known.audits());
                resources.addAll(known.resources());
            }
            missing.addAll(module.get(2));
        }
        toCome().ifPresent(missing::add);
        var top = session.getTopLevelProject();
        return new ReportFiles(output(), report)
                .writeForPeople(
                        new ReportContent(
                                SuiteVerdict.together(verdicts).without(missing),
                                runs,
                                audits,
                                new BuildCommands(session).ofAll(),
                                resources),
                        top.getGroupId() + ":" + top.getArtifactId());
    }

    /** As its own {@code verify} has judged it; only what another class loader has left must be judged again. */
    private JudgedModule judged(Path module, List<Path> directories) throws IOException {
        return judged.get(directories.toString()) instanceof JudgedModule known
                ? known
                : JudgedModule.of(module, directories);
    }

    private Optional<String> toCome() {
        Set<String> verified = BuildWide.names(session, "verified");
        var names = session.getProjects().stream()
                .filter(module -> Bindings.verify(module, plugin) && !verified.contains(module.getId()))
                .map(MavenProject::getArtifactId)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Modules of this build that are not judged, or were not when this was written: " + names + ".");
    }

    /** Where a module would write by default, or as the command line says. */
    private Path output() {
        var top = session.getTopLevelProject();
        var said = Optional.ofNullable(session.getUserProperties().getProperty("perfbudget.output"))
                .map(Path::of)
                .orElseGet(() -> Path.of(top.getBuild().getDirectory()).resolve("perfbudget"));
        return top.getBasedir().toPath().resolve(said);
    }
}
