package dev.perfbudget.maven.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NamedPlacesTest {

    @TempDir
    private Path module;

    @Test
    void class_folders_jars_and_folders_of_jars_are_taken_in_the_order_of_their_names() throws Exception {
        file("old/com/acme/Shop.class");
        file("old/extra.jar");
        file("jars/b.jar");
        file("jars/a.jar");
        file("jars/readme.txt");
        var elsewhere = file("elsewhere/c.jar");

        assertThat(places("old", "jars", elsewhere.toString()))
                .containsExactly(
                        module.resolve("old"), module.resolve("jars/a.jar"), module.resolve("jars/b.jar"), elsewhere);
    }

    @Test
    void all_that_have_nothing_are_told_at_once() throws Exception {
        file("sources/com/acme/Shop.java");
        file("notes.txt");

        assertThatThrownBy(() -> places("gone", "sources", "notes.txt"))
                .hasMessageContaining("[" + module.resolve("gone") + "] is not there")
                .hasMessageContaining("[" + module.resolve("sources") + "] has neither classes nor jars")
                .hasMessageContaining("[" + module.resolve("notes.txt") + "] has neither")
                .hasMessageContaining("relative to [" + module + "]");
    }

    private List<Path> places(String... names) throws Exception {
        return new NamedPlaces(module).classPath(List.of(names));
    }

    private Path file(String name) throws IOException {
        var file = module.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "any");
    }
}
