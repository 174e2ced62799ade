package dev.perfbudget.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * What a module's test class path lacks before its benchmarks can be run as tests.
 *
 * <p>Whatever the module has itself is taken in the module's version. The launcher comes in the version of the module's
 * JUnit Platform; a module without JUnit gets the one that this plugin was built with. Nothing of this is
 * resolved for a module that has nothing to measure, which is why it is not a dependency of the plugin.
 */
final class MissingJars {

    private static final String PLATFORM = "org.junit.platform:junit-platform-";
    private static final String LAUNCHER = PLATFORM + "launcher";
    private static final String JUPITER = "org.junit.jupiter:junit-jupiter-";
    private static final String VERSIONS = "versions.properties";
    private static final String JUNIT = "dev.perfbudget:perfbudget-junit";

    private final RepositorySystem repositorySystem;
    private final MavenSession session;
    private final PluginDescriptor plugin;

    MissingJars(RepositorySystem repositorySystem, MavenSession session, PluginDescriptor plugin) {
        this.repositorySystem = repositorySystem;
        this.session = session;
        this.plugin = plugin;
    }

    /** The version of ours that the module has itself, if it is not the plugin's. */
    static Optional<String> otherVersion(MavenProject project, PluginDescriptor plugin) {
        return Optional.ofNullable(Artifacts.versions(project).get(JUNIT))
                .filter(version -> !version.equals(plugin.getVersion()));
    }

    /** The files to put behind the module's own class path. */
    List<Path> of(MavenProject project) throws MojoExecutionException {
        var present = Artifacts.versions(project);
        return Stream.of(ours(project, present), launcher(project, present), jupiterEngine(project, present))
                .flatMap(List::stream)
                .filter(artifact -> !present.containsKey(Artifacts.key(artifact)))
                .map(artifact -> artifact.getFile().toPath())
                .distinct()
                .toList();
    }

    private List<Artifact> ours(MavenProject project, Map<String, String> present) throws MojoExecutionException {
        return present.containsKey(JUNIT)
                ? List.of()
                : resolve(JUNIT, plugin.getVersion(), project.getRemotePluginRepositories());
    }

    private List<Artifact> launcher(MavenProject project, Map<String, String> present) throws MojoExecutionException {
        if (present.containsKey(LAUNCHER)) {
            return List.of();
        }
        var ofModule = Stream.of("engine", "commons")
                .map(part -> Optional.ofNullable(present.get(PLATFORM + part)))
                .flatMap(Optional::stream)
                .findFirst();
        return ofModule.isPresent()
                ? resolve(LAUNCHER, ofModule.get(), project.getRemoteProjectRepositories())
                : resolve(LAUNCHER, ownLauncherVersion(), project.getRemotePluginRepositories());
    }

    /** Surefire does the same for a module that has only Jupiter's interface. */
    private List<Artifact> jupiterEngine(MavenProject project, Map<String, String> present)
            throws MojoExecutionException {
        var version = present.get(JUPITER + "api");
        return version == null || present.containsKey(JUPITER + "engine")
                ? List.of()
                : resolve(JUPITER + "engine", version, project.getRemoteProjectRepositories());
    }

    /** What was current when this plugin was built. */
    private static String ownLauncherVersion() throws MojoExecutionException {
        var versions = new Properties();
        try (var in = MissingJars.class.getResourceAsStream(VERSIONS)) {
            versions.load(Objects.requireNonNull(in, VERSIONS));
        } catch (IOException unreadable) {
            throw new MojoExecutionException("The plugin's jar has no readable [" + VERSIONS + "]", unreadable);
        }
        return versions.getProperty("junit.platform");
    }

    private List<Artifact> resolve(String key, String version, List<RemoteRepository> repositories)
            throws MojoExecutionException {
        var root = new Dependency(new DefaultArtifact(key + ":" + version), "runtime");
        var request = new DependencyRequest(new CollectRequest(root, repositories), null);
        try {
            return repositorySystem
                    .resolveDependencies(session.getRepositorySession(), request)
                    .getArtifactResults()
                    .stream()
                    .map(ArtifactResult::getArtifact)
                    .toList();
        } catch (DependencyResolutionException unresolved) {
            throw new MojoExecutionException(
                    "Cannot resolve [" + key + ":" + version + "], which the benchmarks' class path needs: "
                            + unresolved.getMessage()
                            + ". Add it to the module's test dependencies, or build online once.",
                    unresolved);
        }
    }
}
