package dev.perfbudget.maven.it;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A JDK beside the one that runs this build.
 *
 * @param feature 25, for example
 */
record OtherJdk(Path home, int feature) {

    /** Skips the test if there is none, unless the environment says that there must be one. */
    static OtherJdk find() throws IOException {
        var own = Path.of(System.getProperty("java.home")).toRealPath();
        try (var siblings = Files.list(own.getParent())) {
            var other = siblings.flatMap(OtherJdk::at)
                    .filter(jdk -> jdk.feature() >= 17
                            && jdk.feature() != Runtime.version().feature())
                    .findFirst();
            assumeThat(other.isPresent() || isNeeded())
                    .as("another JDK beside the one that runs this build")
                    .isTrue();
            return other.orElseThrow();
        }
    }

    private static boolean isNeeded() {
        return System.getenv().getOrDefault("PERFBUDGET_TESTS_NEED", "").contains("jdk");
    }

    private static Stream<OtherJdk> at(Path home) {
        if (!Files.isExecutable(home.resolve("bin/javac"))) {
            return Stream.empty();
        }
        try {
            return Files.readAllLines(home.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("\\D*(\\d+).*", "$1"))
                    .map(feature -> new OtherJdk(home, Integer.parseInt(feature)))
                    .limit(1);
        } catch (IOException noRelease) {
            return Stream.empty();
        }
    }
}
