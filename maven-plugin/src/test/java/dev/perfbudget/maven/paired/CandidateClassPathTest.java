package dev.perfbudget.maven.paired;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** What is subject, and what is harness. */
final class CandidateClassPathTest {

    private final MavenProject project = module();
    private final Set<Artifact> artifacts = new LinkedHashSet<>();

    @Test
    void main_classes_and_what_they_need_to_run_are_the_subject() {
        dependency("com.acme:core:1", "compile");
        dependency("com.acme:driver:1", "runtime");
        dependency("com.acme:servlets:1", "provided");
        dependency("com.acme:assertions:1", "test");

        assertThat(subject(false)).containsExactly("com.acme:shop 1", "com.acme:core 1", "com.acme:driver 1");
    }

    @Test
    void benchmarks_among_the_main_classes_are_harness_but_their_dependencies_are_the_subject() {
        dependency("com.acme:core:1", "compile");

        assertThat(subject(true)).containsExactly("com.acme:core 1");
    }

    @Test
    void jmh_and_perfbudget_are_harness_with_all_that_they_bring() {
        dependency("org.openjdk.jmh:jmh-core:1.37", "compile");
        dependency("net.sf.jopt-simple:jopt-simple:5", "compile", "org.openjdk.jmh:jmh-core:jar:1.37");
        dependency("dev.perfbudget:perfbudget-junit:1", "compile");
        dependency("com.acme:math:1", "compile", "com.acme:core:jar:1");

        assertThat(subject(false)).containsExactly("com.acme:shop 1", "com.acme:math 1");
    }

    @Test
    void what_no_dependency_explains_is_harness() {
        var entries = classPath(false).entries(List.of(Path.of("somewhere/x.jar")));

        assertThat(entries)
                .singleElement()
                .matches(entry -> !entry.isSubject() && entry.coordinates().isEmpty());
    }

    private List<String> subject(boolean isBenchmarksOnly) {
        var files = Stream.concat(
                        Stream.of("target/test-classes", "target/classes").map(Path::of),
                        artifacts.stream().map(artifact -> artifact.getFile().toPath()))
                .toList();
        return classPath(isBenchmarksOnly).entries(files).stream()
                .filter(ClassPathEntry::isSubject)
                .map(ClassPathEntry::label)
                .toList();
    }

    private CandidateClassPath classPath(boolean isBenchmarksOnly) {
        project.setArtifacts(artifacts);
        return new CandidateClassPath(project, new WhoseCode(isBenchmarksOnly));
    }

    private void dependency(String coordinates, String scope, String... by) {
        var parts = coordinates.split(":", -1);
        var handler = new DefaultArtifactHandler("jar");
        var artifact = new DefaultArtifact(parts[0], parts[1], parts[2], scope, "jar", null, handler);
        artifact.setFile(new File("repository/" + parts[1] + ".jar"));
        var trail = Stream.of(Stream.of(project.getId()), Stream.of(by), Stream.of(artifact.getId()))
                .flatMap(ids -> ids)
                .toList();
        artifact.setDependencyTrail(trail);
        artifacts.add(artifact);
    }

    private static MavenProject module() {
        var model = new Model();
        model.setGroupId("com.acme");
        model.setArtifactId("shop");
        model.setVersion("1");
        var build = new Build();
        build.setOutputDirectory("target/classes");
        build.setTestOutputDirectory("target/test-classes");
        model.setBuild(build);
        return new MavenProject(model);
    }
}
