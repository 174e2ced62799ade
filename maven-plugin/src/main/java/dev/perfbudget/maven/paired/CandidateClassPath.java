package dev.perfbudget.maven.paired;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/** The elements of a resolved module's test class path, and what each of them is. */
final class CandidateClassPath {

    private final MavenProject project;
    private final WhoseCode whoseCode;
    private final Map<Path, Artifact> dependencies = new HashMap<>();

    CandidateClassPath(MavenProject project, WhoseCode whoseCode) {
        this.project = project;
        this.whoseCode = whoseCode;
        for (var artifact : project.getArtifacts()) {
            if (artifact.getFile() != null) {
                dependencies.put(artifact.getFile().toPath(), artifact);
            }
        }
    }

    /**
     * All of them.
     *
     * @param files the class path, in order
     */
    List<ClassPathEntry> entries(List<Path> files) {
        return files.stream().map(this::entry).toList();
    }

    private ClassPathEntry entry(Path file) {
        if (file.equals(Path.of(project.getBuild().getTestOutputDirectory()))) {
            return new ClassPathEntry(Optional.empty(), file, Scope.TEST_OUTPUT, Role.HARNESS);
        }
        if (file.equals(Path.of(project.getBuild().getOutputDirectory()))) {
            return new ClassPathEntry(Optional.of(own()), file, Scope.MAIN_OUTPUT, whoseCode.ofMainOutput());
        }
        var artifact = dependencies.get(file);
        return artifact == null
                ? new ClassPathEntry(Optional.empty(), file, Scope.OTHER, Role.HARNESS)
                : new ClassPathEntry(
                        Optional.of(Coordinates.of(artifact)),
                        file,
                        Scope.of(String.valueOf(artifact.getScope())),
                        WhoseCode.ofDependency(artifact));
    }

    private Coordinates own() {
        return Coordinates.of(project.getGroupId(), project.getArtifactId(), "", project.getVersion());
    }
}
