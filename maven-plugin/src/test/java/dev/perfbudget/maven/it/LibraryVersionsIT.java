package dev.perfbudget.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a library whose second version is slower, where such a build is to fail. */
final class LibraryVersionsIT {

    private static final Path EXAMPLE = Path.of("..", "examples", "library-versions");
    private static final String BENCHMARK = "com.example.search.SearchBenchmark.";

    @TempDir
    private Path directory;

    @Test
    void the_second_version_fails_the_build_for_what_got_slower_and_for_what_allocates_more() throws IOException {
        copy(EXAMPLE, directory);

        var build = Maven.ofThisBuild()
                .run(
                        directory,
                        "verify",
                        "-Dperfbudget.failOn=verdict",
                        "-Dperfbudget.forks=5",
                        "-Dperfbudget.iterations=5",
                        "-Dperfbudget.warmupIterations=5",
                        "-Dperfbudget.iterationTime=50 ms");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(build.output())
                .contains(BENCHMARK + "withBoth mean [avgt]: ", ", new")
                .contains("commit it.");
        assertThat(MeasureIT.failureOf(build))
                .contains("MojoFailureException", "search-version-2")
                .containsPattern(BENCHMARK + "withBoth \\[avgt\\]: failed: .*regressed")
                .containsPattern("mean: regressed: .*(slower|times as slow)")
                .containsPattern(BENCHMARK + "words \\[avgt\\]: failed: .*regressed")
                .containsPattern("allocation: regressed: 2[0-9]{2}(\\.[0-9]+)? B more")
                .contains("again, only this one: mvn verify -pl :search-version-2 -am -Dperfbudget.includes="
                        + BENCHMARK + "words")
                .contains("What regressed: mend it, or accept it as the new baseline (mvn perfbudget:accept -pl"
                        + " :search-version-2), or waive it in perfbudget/waivers.json.");
        assertThat(build.output())
                .as("limits, allocation, resources and the comparison in one table")
                .containsPattern("withBoth +mean .*<= 5 ms +held")
                .containsPattern(" rss .*<= 512 MB +held")
                .containsPattern(" mean .*baseline .*REGRESSED");
        assertThat(directory.resolve("version-2/target/perfbudget/junit"))
                .isDirectoryContaining("glob:**/TEST-com.example.search.SearchBenchmark.xml");
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = from.relativize(file);
                if (!name.toString().contains("target") && !name.endsWith("baseline.json")) {
                    var copy = to.resolve(name);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }
}
