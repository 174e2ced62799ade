package dev.perfbudget.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestJvmTest {

    private static final Jdk OWN = new Jdk(Path.of(System.getProperty("java.home"), "bin", "java"), "this test");

    @TempDir
    private Path directory;

    @Test
    void a_jvm_that_cannot_start_ends_with_what_it_printed_and_a_message() throws Exception {
        var printed = new ArrayList<String>();

        var end = new TestJvm(OWN, List.of(directory), directory, Map.of())
                .run(directory.resolve("work"), new Properties(), printed::add);

        assertThat(end.exitCode()).isNotZero();
        assertThat(end.message()).contains("exit code [1]");
        assertThat(String.join("\n", printed)).contains("dev.perfbudget.junit.launcher.Main");
    }
}
