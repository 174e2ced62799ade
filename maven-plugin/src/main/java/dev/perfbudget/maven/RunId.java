package dev.perfbudget.maven;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * Names of runs. All runs of one build begin alike, as they are made from when and in which process the build began:
 * nothing needs to be handed from module to module.
 */
final class RunId {

    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String BY_DEFAULT = "default-";

    private RunId() {}

    /**
     * The name of what one execution measures in one module.
     *
     * @param chosen how the runs of this build begin, if the user has said so; or empty
     */
    static String of(String chosen, MavenSession session, MavenProject project, MojoExecution execution) {
        var build = chosen.isBlank()
                ? START.format(session.getStartTime().toInstant()) + "-"
                        + ProcessHandle.current().pid()
                : chosen.strip();
        var id = build + "-" + project.getArtifactId();
        return execution.getExecutionId().startsWith(BY_DEFAULT) ? id : id + "-" + execution.getExecutionId();
    }
}
