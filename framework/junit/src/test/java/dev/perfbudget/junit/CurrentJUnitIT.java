package dev.perfbudget.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.junit.client.TestClassPath;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes compiled against the oldest JUnit that users may have, run under the newest. */
class CurrentJUnitIT {

    private static final Path CURRENT = Path.of("target", "current-junit").toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void all_tests_of_this_module_pass_unchanged() throws Exception {
        var output = directory.resolve("output.txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-ea",
                        "-cp",
                        classPath(),
                        "org.junit.platform.console.ConsoleLauncher",
                        "execute",
                        "--scan-classpath",
                        TestClassPath.rootOf(CurrentJUnitIT.class).orElseThrow().toString(),
                        "--include-engine",
                        "junit-jupiter",
                        "--include-classname",
                        ".*Test|.*\\.jupiter\\.(OrdinaryTests|LifeCycle|MisbehavingTests|ParallelTests)IT",
                        "--details",
                        "summary",
                        "--disable-banner")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor()).as(() -> readable(output)).isZero();
        assertThat(readable(output)).containsPattern("[1-9][0-9]+ tests successful");
    }

    private static String classPath() throws IOException {
        try (var jars = Files.list(CURRENT)) {
            var withoutJUnit = Arrays.stream(
                            System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                    .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("junit-"));
            return Stream.concat(jars.map(Path::toString), withoutJUnit)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static String readable(Path output) {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
