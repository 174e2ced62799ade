package dev.perfbudget.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.DependencyResult;
import org.junit.jupiter.api.Test;

final class MissingJarsTest {

    private static final String OURS = "dev.perfbudget:perfbudget-junit:1.0";

    private final List<String> asked = new ArrayList<>();
    private final PluginDescriptor plugin = new PluginDescriptor();

    MissingJarsTest() {
        plugin.setVersion("1.0");
    }

    @Test
    void a_module_without_junit_gets_ours_and_the_launcher_that_this_plugin_was_built_with() throws Exception {
        var jars = missing(module("org.openjdk.jmh:jmh-core:1.37"));

        assertThat(jars).containsExactly(Path.of("perfbudget-junit-1.0.jar"), Path.of("junit-platform-launcher.jar"));
        assertThat(asked).first().isEqualTo(OURS);
        assertThat(asked.get(1)).matches("org\\.junit\\.platform:junit-platform-launcher:[0-9.]+");
    }

    @Test
    void the_launcher_comes_in_the_version_of_the_modules_own_platform() throws Exception {
        missing(module("org.junit.platform:junit-platform-engine:1.10.5"));
        missing(module("org.junit.platform:junit-platform-commons:1.11.0"));

        assertThat(asked)
                .containsExactly(
                        OURS,
                        "org.junit.platform:junit-platform-launcher:1.10.5",
                        OURS,
                        "org.junit.platform:junit-platform-launcher:1.11.0");
    }

    @Test
    void what_the_module_has_is_neither_replaced_nor_resolved() throws Exception {
        var module = module("dev.perfbudget:perfbudget-junit:0.9", "org.junit.platform:junit-platform-launcher:1.10.5");

        assertThat(missing(module)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void a_module_with_our_engine_in_another_version_is_told_of() {
        assertThat(MissingJars.otherVersion(module("dev.perfbudget:perfbudget-junit:0.9"), plugin))
                .contains("0.9");
        assertThat(MissingJars.otherVersion(module("dev.perfbudget:perfbudget-junit:1.0"), plugin))
                .isEmpty();
        assertThat(MissingJars.otherVersion(module(), plugin)).isEmpty();
    }

    @Test
    void what_cannot_be_resolved_is_named_with_a_way_out() {
        var offline = repository((proxy, method, arguments) -> {
            throw new DependencyResolutionException(
                    new DependencyResult((DependencyRequest) arguments[1]), new IllegalStateException("offline"));
        });

        assertThatThrownBy(() -> new MissingJars(offline, Builds.session(1, Map.of()), plugin).of(module()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("[" + OURS + "]")
                .hasMessageContaining("build online once");
    }

    private List<Path> missing(MavenProject module) throws MojoExecutionException {
        return new MissingJars(repository(this::resolve), Builds.session(1, Map.of()), plugin).of(module);
    }

    private Object resolve(Object proxy, Method method, Object[] arguments) {
        var request = (DependencyRequest) arguments[1];
        var artifact = request.getCollectRequest().getRoot().getArtifact();
        asked.add(artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion());
        var file = artifact.getArtifactId().startsWith("junit-")
                ? artifact.getArtifactId() + ".jar"
                : artifact.getArtifactId() + "-" + artifact.getVersion() + ".jar";
        var resolved = new ArtifactResult(new ArtifactRequest()).setArtifact(artifact.setFile(new File(file)));
        return new DependencyResult(request).setArtifactResults(List.of(resolved));
    }

    /** Of its many methods only one is called. */
    private static RepositorySystem repository(InvocationHandler resolution) {
        return (RepositorySystem) Proxy.newProxyInstance(
                RepositorySystem.class.getClassLoader(), new Class<?>[] {RepositorySystem.class}, resolution);
    }

    private static MavenProject module(String... dependencies) {
        var module = Builds.module("sums");
        Set<Artifact> artifacts = Stream.of(dependencies)
                .map(dependency -> dependency.split(":", -1))
                .map(part -> new DefaultArtifact(
                        part[0], part[1], part[2], "test", "jar", null, new DefaultArtifactHandler("jar")))
                .collect(Collectors.toSet());
        module.setArtifacts(artifacts);
        return module;
    }
}
