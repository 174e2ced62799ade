package dev.perfbudget.maven;

import java.util.Map;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Calls every benchmark of the module once, unmeasured, so that benchmarks do not rot between measurements. Fails if one
 * throws or cannot be run.
 */
@Mojo(
        name = "smoke",
        defaultPhase = LifecyclePhase.TEST,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class SmokeMojo extends LaunchMojo {

    @Inject
    SmokeMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        super(repositorySystem, toolchains);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        var parameters = parameters(Map.of());
        var skipped = new Skip(parameters, Set.of("off", "measure")).reason();
        if (skipped.isPresent()) {
            getLog().info("No benchmark is called (" + skipped.get() + ").");
            return;
        }
        var selected = select(new Module(project).benchmarks(), parameters);
        if (selected.isEmpty()) {
            return;
        }
        var end = launch(selected, parameters, Map.of("mode", "smoke"));
        if (end.exitCode() == TestJvm.FAILED) {
            throw new MojoFailureException(end.problems());
        }
        if (end.exitCode() != TestJvm.RAN) {
            throw new MojoExecutionException(end.message());
        }
    }
}
