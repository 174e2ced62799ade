package dev.perfbudget.junit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perfbudget.junit.fixtures.SortBench;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestClassPathTest {

    private static final List<Class<?>> BENCHMARKS = List.of(SortBench.class);

    private final Properties properties = new Properties();

    TestClassPathTest() {
        properties.setProperty("user.dir", System.getProperty("user.dir"));
    }

    @Test
    void it_is_that_of_the_jvm_as_a_rule() {
        properties.setProperty("java.class.path", ours());

        assertThat(seen()).isEqualTo(entries(ours()));
    }

    @Test
    void relative_entries_become_absolute() {
        properties.setProperty("java.class.path", ours() + File.pathSeparator + "lib/own.jar");

        assertThat(seen()).endsWith(Path.of("lib/own.jar").toAbsolutePath().toString());
    }

    @Test
    void surefire_is_believed_where_the_jvms_own_is_that_of_its_starter() {
        properties.setProperty("java.class.path", "/m2/surefire-booter.jar");
        properties.setProperty("surefire.test.class.path", ours());

        assertThat(seen()).isEqualTo(entries(ours()));
    }

    @Test
    void a_jar_that_is_only_a_manifest_is_opened(@TempDir Path directory) throws IOException {
        var jar = directory.resolve("mit Leerzeichen.jar");
        Jars.ofManifest(
                jar,
                entries(ours()).stream()
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        properties.setProperty("java.class.path", jar.toString());

        assertThat(seen()).isEqualTo(entries(ours()));
    }

    @Test
    void tests_on_the_module_path_find_the_patched_test_classes_before_their_module() {
        var testClasses = TestClassPath.rootOf(SortBench.class).orElseThrow().toString();
        var modules = entries(ours()).stream()
                .filter(entry -> !entry.equals(testClasses))
                .toList();
        properties.setProperty("java.class.path", "/m2/surefire-booter.jar");
        properties.setProperty("jdk.module.path", String.join(File.pathSeparator, modules));

        assertThat(seen()).startsWith(testClasses).containsAll(modules).endsWith("/m2/surefire-booter.jar");
    }

    @Test
    void a_directory_of_modules_is_opened(@TempDir Path directory) throws IOException {
        var modules = Files.createDirectory(directory.resolve("modules"));
        var core = Files.createFile(modules.resolve("core.jar"));
        var exploded = Files.createDirectory(directory.resolve("exploded"));
        Files.createFile(exploded.resolve("module-info.class"));

        assertThat(ModulePathEntry.expanded(modules)).containsExactly(core);
        assertThat(ModulePathEntry.expanded(core)).containsExactly(core);
        assertThat(ModulePathEntry.expanded(exploded)).containsExactly(exploded);
    }

    @Test
    void what_forks_would_miss_is_named_with_what_to_change() {
        properties.setProperty("java.class.path", "/nowhere");

        assertThatExceptionOfType(CannotMeasureException.class)
                .isThrownBy(this::seen)
                .withMessageContaining("Forks would not find [org.openjdk.jmh.runner.Runner")
                .withMessageContaining("forkCount of at least 1");
    }

    @Test
    void a_class_is_traced_to_its_directory_or_jar() {
        assertThat(TestClassPath.rootOf(SortBench.class))
                .hasValueSatisfying(root -> assertThat(root).endsWith(Path.of("target", "test-classes")));
        assertThat(TestClassPath.rootOf(Test.class))
                .hasValueSatisfying(
                        root -> assertThat(root.getFileName().toString()).startsWith("junit-"));
        assertThat(TestClassPath.rootOf(String.class)).isEmpty();
    }

    private List<String> seen() {
        return new TestClassPath(properties).seenBy(BENCHMARKS);
    }

    private static String ours() {
        return System.getProperty("java.class.path");
    }

    private static List<String> entries(String classPath) {
        return Arrays.asList(classPath.split(Pattern.quote(File.pathSeparator)));
    }
}
