package dev.perfbudget.maven.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfbudget.maven.Builds;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Exclusion;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactProperties;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.DefaultDependencyNode;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.DependencyResult;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.junit.jupiter.api.Test;

/** How a module's dependencies are asked for as if its POM said something else. */
final class RepositoriesTest {

    private final List<CollectRequest> asked = new ArrayList<>();
    private final List<Artifact> found = new ArrayList<>();
    private final MavenProject project = Builds.module("shop");
    private boolean isBroken;

    RepositoriesTest() {
        project.setArtifact(new org.apache.maven.artifact.DefaultArtifact(
                "com.acme", "shop", "1", "compile", "jar", null, new DefaultArtifactHandler("jar")));
    }

    @Test
    void a_direct_dependency_gets_the_version_and_all_others_stay() throws Exception {
        project.getModel().setDependencies(List.of(dependency("json", "2.0"), dependency("core", "7")));

        repositories().dependenciesWith("com.acme:json", "1.2");

        assertThat(asked.get(0).getDependencies())
                .extracting(dependency -> dependency.getArtifact().toString())
                .containsExactly("com.acme:json:jar:1.2", "com.acme:core:jar:7");
        assertThat(asked.get(0).getManagedDependencies())
                .extracting(dependency -> dependency.getArtifact().toString())
                .containsExactly("com.acme:json:jar:1.2");
    }

    @Test
    void what_is_managed_gets_the_version_and_keeps_its_exclusions() throws Exception {
        var management = new DependencyManagement();
        var json = dependency("json", "2.0");
        var exclusion = new Exclusion();
        exclusion.setGroupId("com.acme");
        exclusion.setArtifactId("unwanted");
        json.addExclusion(exclusion);
        management.setDependencies(List.of(json, dependency("core", "7")));
        project.getModel().setDependencyManagement(management);

        repositories().dependenciesWith("com.acme:json", "1.2");

        assertThat(asked.get(0).getManagedDependencies())
                .extracting(dependency -> dependency.getArtifact().toString())
                .containsExactly("com.acme:json:jar:1.2", "com.acme:core:jar:7");
        assertThat(asked.get(0).getManagedDependencies().get(0).getExclusions()).hasSize(1);
    }

    @Test
    void only_what_belongs_on_a_class_path_is_taken() throws Exception {
        found.add(new DefaultArtifact("com.acme:json:1.2"));
        found.add(new DefaultArtifact("com.acme:all:pom:1.2"));
        found.add(new DefaultArtifact("com.acme:page:zip:1.2")
                .setProperties(Map.of(ArtifactProperties.CONSTITUTES_BUILD_PATH, "false")));

        assertThat(repositories().withDependencies("com.acme:json", "1.2"))
                .extracting(Repositories.Resolved::file)
                .containsExactly(Path.of("json.jar"));
    }

    @Test
    void what_cannot_be_resolved_is_named_with_what_could_be() {
        isBroken = true;

        assertThatThrownBy(() -> repositories().withDependencies("com.acme:json", "1.2"))
                .hasMessageContaining("cannot resolve [com.acme:json:1.2]")
                .hasMessageContaining("Versions that exist in []: []");
    }

    @Test
    void offline_the_way_out_is_to_build_online_once() {
        isBroken = true;
        var session = Builds.session(1, Map.of());
        ((DefaultRepositorySystemSession) session.getRepositorySession()).setOffline(true);

        assertThatThrownBy(() -> repositories(session).withDependencies("com.acme:json", "1.2"))
                .hasMessageContaining("cannot resolve [com.acme:json:1.2]")
                .hasMessageContaining("Maven is offline and has these versions: []. Build online once.");
    }

    private Repositories repositories() {
        return repositories(Builds.session(1, Map.of()));
    }

    private Repositories repositories(MavenSession session) {
        project.setRemoteArtifactRepositories(List.of());
        return new Repositories(system(), session, project);
    }

    /** Of its many methods only two are called. */
    private RepositorySystem system() {
        return (RepositorySystem) Proxy.newProxyInstance(
                RepositorySystem.class.getClassLoader(),
                new Class<?>[] {RepositorySystem.class},
                (proxy, method, arguments) -> arguments[1] instanceof DependencyRequest request
                        ? resolve(request)
                        : new VersionRangeResult((VersionRangeRequest) arguments[1]));
    }

    private DependencyResult resolve(DependencyRequest request) throws DependencyResolutionException {
        var result = new DependencyResult(request);
        if (isBroken) {
            throw new DependencyResolutionException(result, new IllegalStateException("not found"));
        }
        asked.add(request.getCollectRequest());
        return result.setArtifactResults(
                found.stream().map(RepositoriesTest::found).toList());
    }

    private static ArtifactResult found(Artifact artifact) {
        var node = new DefaultDependencyNode(new org.eclipse.aether.graph.Dependency(artifact, "compile"));
        return new ArtifactResult(new ArtifactRequest(node))
                .setArtifact(artifact.setFile(new File(artifact.getArtifactId() + "." + artifact.getExtension())));
    }

    private static Dependency dependency(String artifact, String version) {
        var dependency = new Dependency();
        dependency.setGroupId("com.acme");
        dependency.setArtifactId(artifact);
        dependency.setVersion(version);
        return dependency;
    }
}
