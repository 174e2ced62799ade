package dev.perfbudget.maven;

import dev.perfbudget.maven.paired.ModuleDescription;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Writes what the module runs with: its classes and its dependencies, with scopes and files; and its benchmarks. {@code
 * measure} asks for it in the build of a baseline ({@code -Dperfbudget.baseline=git:…}); nobody needs to bind or to call
 * it. It is never left out, compiles nothing and measures nothing.
 */
@Mojo(name = "describe", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class DescribeMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    /** The directory to write to: a file for each module, {@code group+artifact.properties}. */
    @Parameter(property = "perfbudget.describeTo", defaultValue = "${project.build.directory}/perfbudget")
    File describeTo = new File("");

    @Override
    public void execute() throws MojoExecutionException {
        try {
            var module = new Module(project);
            new ModuleDescription(project, module.classPath(), module.knownBenchmarks()).writeInto(describeTo.toPath());
        } catch (IOException unwritable) {
            throw new MojoExecutionException(
                    "Cannot write to [" + describeTo + "] what [" + project.getArtifactId() + "] runs with: "
                            + unwritable + ". Name a directory that is writable with -Dperfbudget.describeTo.",
                    unwritable);
        }
    }
}
