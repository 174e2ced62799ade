package dev.perfbudget.maven;

import dev.perfbudget.report.HtmlReport;
import dev.perfbudget.report.WrongTemplateException;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** The HTML report as parameters want it: a folder or one file, with whose templates. */
final class ChosenReport {

    private static final String TEMPLATES = "perfbudget.templates";

    private ChosenReport() {}

    static HtmlReport of(Parameters parameters, MavenSession session, MavenProject project)
            throws MojoExecutionException {
        var report = parameters.flag("perfbudget.singleFile") ? new HtmlReport().asSingleFile() : new HtmlReport();
        var folder = parameters.text(TEMPLATES);
        if (folder.isEmpty()) {
            return report;
        }
        var isOnCommandLine = parameters.commandLine().containsKey(TEMPLATES);
        var root = isOnCommandLine
                ? Path.of(session.getExecutionRootDirectory())
                : project.getBasedir().toPath();
        try {
            return report.withTemplates(root.resolve(folder));
        } catch (WrongTemplateException wrong) {
            throw new MojoExecutionException(wrong.getMessage(), wrong);
        }
    }
}
