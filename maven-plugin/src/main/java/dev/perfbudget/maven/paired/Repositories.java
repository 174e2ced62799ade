package dev.perfbudget.maven.paired;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactProperties;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.jspecify.annotations.Nullable;

/** What one module can get from its repositories. */
final class Repositories implements KnownVersions {

    private final RepositorySystem system;
    private final MavenSession session;
    private final MavenProject project;

    Repositories(RepositorySystem system, MavenSession session, MavenProject project) {
        this.system = system;
        this.session = session;
        this.project = project;
    }

    @Override
    public List<String> versions(String key, String range) throws MojoExecutionException {
        var request = new VersionRangeRequest(new DefaultArtifact(key + ":" + range), remote(), null);
        try {
            return system.resolveVersionRange(session(), request).getVersions().stream()
                    .map(Object::toString)
                    .toList();
        } catch (VersionRangeResolutionException unknown) {
            throw new MojoExecutionException(
                    "Cannot find out which versions of [" + key + "] there are: " + unknown.getMessage(), unknown);
        }
    }

    /** An artifact, as another module would get it, with what it needs to run. The artifact itself comes first. */
    List<Resolved> withDependencies(String key, String version) throws MojoExecutionException {
        var root = new org.eclipse.aether.graph.Dependency(new DefaultArtifact(key + ":" + version), "compile");
        return resolve(new CollectRequest(root, remote()), key, version);
    }

    /** The module's own dependencies as they would be if its POM named another version of one of them. */
    List<Resolved> dependenciesWith(String key, String version) throws MojoExecutionException {
        var request = new CollectRequest();
        request.setRootArtifact(RepositoryUtils.toArtifact(project.getArtifact()));
        request.setRequestContext("project");
        request.setRepositories(remote());
        for (var dependency : project.getDependencies()) {
            request.addDependency(changed(dependency, key, version));
        }
        var managed = managed(project.getDependencyManagement());
        managed.forEach(dependency -> request.addManagedDependency(changed(dependency, key, version)));
        if (managed.stream().noneMatch(dependency -> isOf(dependency, key) && !hasClassifier(dependency))) {
            request.addManagedDependency(
                    new org.eclipse.aether.graph.Dependency(new DefaultArtifact(key + ":" + version), null));
        }
        return resolve(request, key, version);
    }

    private static List<Dependency> managed(@Nullable DependencyManagement management) {
        return management == null ? List.of() : management.getDependencies();
    }

    private org.eclipse.aether.graph.Dependency changed(Dependency dependency, String key, String version) {
        var same = RepositoryUtils.toDependency(dependency, session().getArtifactTypeRegistry());
        return isOf(dependency, key) ? same.setArtifact(same.getArtifact().setVersion(version)) : same;
    }

    private static boolean isOf(Dependency dependency, String key) {
        return key.equals(dependency.getGroupId() + ":" + dependency.getArtifactId());
    }

    private static boolean hasClassifier(Dependency dependency) {
        return dependency.getClassifier() != null && !dependency.getClassifier().isEmpty();
    }

    private List<Resolved> resolve(CollectRequest request, String key, String version) throws MojoExecutionException {
        try {
            return system
                    .resolveDependencies(session(), new DependencyRequest(request, null))
                    .getArtifactResults()
                    .stream()
                    .filter(result -> isForClassPath(result.getArtifact()))
                    .map(Repositories::resolved)
                    .toList();
        } catch (DependencyResolutionException unresolved) {
            throw new MojoExecutionException(
                    "perfbudget.baseline: cannot resolve [" + key + ":" + version + "] with all that it needs: "
                            + unresolved.getMessage() + ". " + advice(key, version),
                    unresolved);
        }
    }

    private static boolean isForClassPath(Artifact artifact) {
        return !artifact.getExtension().equals("pom")
                && Boolean.parseBoolean(artifact.getProperty(ArtifactProperties.CONSTITUTES_BUILD_PATH, "true"));
    }

    private static Resolved resolved(ArtifactResult result) {
        var dependency = result.getRequest().getDependencyNode().getDependency();
        return new Resolved(
                Coordinates.of(result.getArtifact()),
                result.getArtifact().getFile().toPath(),
                Scope.of(dependency.getScope()));
    }

    private String advice(String key, String version) throws MojoExecutionException {
        var known = versions(key, "(,)");
        var places = remote().stream().map(RemoteRepository::getId).toList();
        if (session().isOffline()) {
            return "Maven is offline and has these versions: " + Releases.shown(known) + ". Build online once.";
        }
        return known.contains(version)
                ? "The version exists: look at what it needs, and at the repositories " + places + "."
                : "Versions that exist in " + places + ": " + Releases.shown(known) + ".";
    }

    private RepositorySystemSession session() {
        return session.getRepositorySession();
    }

    private List<RemoteRepository> remote() {
        return project.getRemoteProjectRepositories();
    }

    /** An artifact that is on this machine now. */
    record Resolved(Coordinates coordinates, Path file, Scope scope) {}
}
