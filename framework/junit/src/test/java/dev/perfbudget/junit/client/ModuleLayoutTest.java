package dev.perfbudget.junit.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleLayoutTest {

    @TempDir
    private Path project;

    @Test
    void a_maven_module_is_found_around_its_test_classes() throws IOException {
        file("pom.xml");
        file("core/pom.xml");
        var root = directory("core/target/test-classes");

        assertThat(ModuleLayout.of(Optional.of(root), project))
                .isEqualTo(new ModuleLayout(project.resolve("core"), project.resolve("core/target/perfbudget")));
    }

    @Test
    void a_gradle_module_writes_below_its_build_directory() throws IOException {
        file("settings.gradle");
        file("core/build.gradle.kts");
        var root = directory("core/build/classes/java/test");

        assertThat(ModuleLayout.of(Optional.of(root), project))
                .isEqualTo(new ModuleLayout(project.resolve("core"), project.resolve("core/build/perfbudget")));
    }

    @Test
    void benchmarks_of_a_jar_belong_to_the_module_that_runs_them() throws IOException {
        file("core/pom.xml");
        var jar = file("repository/samples.jar");

        assertThat(ModuleLayout.of(Optional.of(jar), project.resolve("core")).directory())
                .isEqualTo(project.resolve("core"));
    }

    @Test
    void without_any_build_file_the_working_directory_has_to_do() throws IOException {
        var bare = directory("bare");

        assertThat(ModuleLayout.of(Optional.empty(), bare))
                .isEqualTo(new ModuleLayout(bare, bare.resolve("target/perfbudget")));
    }

    private Path file(String name) throws IOException {
        var file = project.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    private Path directory(String name) throws IOException {
        return Files.createDirectories(project.resolve(name));
    }
}
