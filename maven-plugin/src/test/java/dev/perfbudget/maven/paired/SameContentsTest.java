package dev.perfbudget.maven.paired;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SameContentsTest {

    @TempDir
    private Path directory;

    @Test
    void a_jar_may_be_like_a_folder_whatever_its_manifest_says() throws IOException {
        var jar = jar("com/acme/Shop.class", "shop", "META-INF/MANIFEST.MF", "any", "META-INF/maven/x/pom.xml", "any");

        assertThat(areAlike(jar, folder("same", "com/acme/Shop.class", "shop"))).isTrue();
        assertThat(areAlike(jar, folder("other", "com/acme/Shop.class", "shop 2")))
                .isFalse();
        assertThat(areAlike(jar, folder("more", "com/acme/Shop.class", "shop", "com/acme/New.class", "new")))
                .isFalse();
    }

    @Test
    void of_several_places_the_first_that_has_a_file_counts() throws IOException {
        var first = folder("first", "Shop.class", "first");
        var second = folder("second", "Shop.class", "second", "Other.class", "other");
        var both = folder("both", "Shop.class", "first", "Other.class", "other");

        assertThat(new SameContents().areAlike(List.of(first, second), List.of(both)))
                .isTrue();
        assertThat(new SameContents().areAlike(List.of(second, first), List.of(both)))
                .isFalse();
    }

    @Test
    void what_cannot_be_read_is_like_nothing_but_itself() throws IOException {
        var broken = Files.writeString(directory.resolve("broken.jar"), "no jar");

        assertThat(areAlike(broken, folder("empty"))).isFalse();
        assertThat(areAlike(broken, broken)).isTrue();
    }

    private static boolean areAlike(Path one, Path other) {
        return new SameContents().areAlike(List.of(one), List.of(other));
    }

    private Path folder(String name, String... files) throws IOException {
        var folder = Files.createDirectories(directory.resolve(name));
        for (var i = 0; i < files.length; i += 2) {
            var file = folder.resolve(files[i]);
            Files.createDirectories(file.getParent());
            Files.writeString(file, files[i + 1]);
        }
        return folder;
    }

    private Path jar(String... files) throws IOException {
        var jar = directory.resolve("any.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var i = 0; i < files.length; i += 2) {
                out.putNextEntry(new JarEntry(files[i]));
                out.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
