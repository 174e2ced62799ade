package dev.perfbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two class paths side by side, named by their jars and files. */
class ClassPathDifferencesTest {

    @TempDir
    private Path directory;

    @Test
    void jars_of_one_name_are_compared_by_their_files() throws IOException {
        var lines = between(
                List.of(jar("old/app.jar", "A", "1", "B", "1", "C", "1")),
                List.of(jar("new/app.jar", "A", "2", "B", "1", "D", "1")));
        assertThat(lines).containsExactly("app.jar: 3 of 4 files differ (A, C, D)");
    }

    @Test
    void more_than_three_files_are_not_all_named() throws IOException {
        var lines = between(
                List.of(jar("old/app.jar")), List.of(jar("new/app.jar", "A", "1", "B", "1", "C", "1", "D", "1")));
        assertThat(lines).containsExactly("app.jar: 4 of 4 files differ (A, B, C, …)");
    }

    @Test
    void a_folder_and_a_jar_with_the_same_files_do_not_differ() throws IOException {
        var folder = Files.createDirectories(directory.resolve("old/app"));
        Files.writeString(folder.resolve("A"), "1");
        assertThat(between(List.of(folder), List.of(jar("new/app.jar", "A", "1"))))
                .isEmpty();
    }

    @Test
    void what_has_another_name_on_the_other_side_is_compared_if_it_is_one() throws IOException {
        var shared = jar("shared.jar", "S", "1");
        assertThat(between(
                        List.of(shared, jar("lib-1.0.jar", "A", "1")), List.of(shared, jar("lib-2.0.jar", "A", "2"))))
                .containsExactly("lib-1.0.jar -> lib-2.0.jar: 1 of 1 files differ (A)");
    }

    @Test
    void what_only_one_side_has_is_named() throws IOException {
        var shared = jar("shared.jar", "S", "1");
        assertThat(between(
                        List.of(shared, jar("a-1.jar", "A", "1"), jar("b-1.jar", "B", "1")),
                        List.of(jar("a-2.jar", "A", "2"), shared)))
                .containsExactly(
                        "only in the baseline: a-1.jar",
                        "only in the baseline: b-1.jar",
                        "only in the candidate: a-2.jar");
    }

    private static List<String> between(List<Path> baseline, List<Path> candidate) throws IOException {
        return new ClassPathDifferences(classPath(baseline), classPath(candidate)).lines();
    }

    private static ClassPath classPath(List<Path> elements) {
        var problems = new ArrayList<String>();
        var text = elements.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        var classPath = ClassPath.of("--baseline-class-path", text, problems);
        assertThat(problems).isEmpty();
        return classPath;
    }

    private Path jar(String name, String... namesAndContents) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            jar.write(name.getBytes(StandardCharsets.UTF_8));
            var entries = Stream.of(namesAndContents).toList();
            for (var i = 0; i < entries.size(); i += 2) {
                jar.putNextEntry(new ZipEntry(entries.get(i)));
                jar.write(entries.get(i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
