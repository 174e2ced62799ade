package dev.perfbudget.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What an earlier build said, which must not be taken for what this one says should it end without a verdict. Runs stay.
 *
 * @param output below which everything is written
 * @param start of this build: other modules, which may write to the same directory, lose nothing of it
 */
record FormerOutput(Path output, Instant start) {

    void delete() throws MojoExecutionException {
        try {
            for (var file : files()) {
                if (Files.getLastModifiedTime(file).compareTo(FileTime.from(start)) < 0) {
                    Files.delete(file);
                }
            }
        } catch (IOException undeletable) {
            throw new MojoExecutionException(
                    "Cannot delete what an earlier build has written to [" + output + "]: " + undeletable
                            + ". Delete it by hand, or build with mvn clean.",
                    undeletable);
        }
    }

    private List<Path> files() throws IOException {
        var files = Stream.of("summary.md", "comment.md", "report/index.html")
                .map(output::resolve)
                .collect(Collectors.toCollection(ArrayList::new));
        files.removeIf(file -> !Files.isRegularFile(file));
        addMatching(output.resolve("report/benchmarks"), "*.html", files);
        addMatching(output.resolve("junit"), "TEST-*.xml", files);
        return files;
    }

    private static void addMatching(Path directory, String pattern, List<Path> files) throws IOException {
        if (Files.isDirectory(directory)) {
            try (var found = Files.newDirectoryStream(directory, pattern)) {
                found.forEach(files::add);
            }
        }
    }
}
