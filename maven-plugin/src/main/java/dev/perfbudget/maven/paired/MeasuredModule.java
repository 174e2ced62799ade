package dev.perfbudget.maven.paired;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * The candidate: a module whose benchmarks are to be measured.
 *
 * @param plugin that measures it
 * @param classPath all that its benchmarks are run with, in order
 * @param isBenchmarksOnly whether the benchmarks are among its main classes
 */
public record MeasuredModule(
        MavenSession session,
        MavenProject project,
        PluginDescriptor plugin,
        List<Path> classPath,
        boolean isBenchmarksOnly) {

    public MeasuredModule {
        classPath = List.copyOf(classPath);
    }

    /** {@code group:artifact}. */
    String key() {
        return project.getGroupId() + ":" + project.getArtifactId();
    }
}
