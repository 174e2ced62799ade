package dev.perfbudget.maven.paired;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;

/**
 * A module, described for another build that wants to measure beside it.
 *
 * @param classPath of its tests, resolved
 * @param benchmarks that it has
 */
public record ModuleDescription(MavenProject project, List<Path> classPath, List<KnownBenchmark> benchmarks) {

    public ModuleDescription {
        classPath = List.copyOf(classPath);
        benchmarks = List.copyOf(benchmarks);
    }

    /** Writes it to a file that is named after the module. */
    public void writeInto(Path directory) throws IOException {
        var entries = new CandidateClassPath(project, new WhoseCode(false))
                .entries(classPath).stream()
                        .filter(entry -> entry.coordinates().isPresent())
                        .toList();
        var own = Coordinates.of(project.getGroupId(), project.getArtifactId(), "", project.getVersion());
        new DescribedModule(own, entries, benchmarks).writeInto(directory);
    }
}
