package dev.perfbudget.maven.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheDirectoryTest {

    @TempDir
    private Path directory;

    @Test
    void the_environment_says_where_or_the_home_directory() throws Exception {
        var home = directory.resolve("home").toString();
        var given = directory.resolve("given").toString();

        assertThat(CacheDirectory.find(Map.of("XDG_CACHE_HOME", given), home)).isEqualTo(Path.of(given, "perfbudget"));
        assertThat(CacheDirectory.find(Map.of("XDG_CACHE_HOME", "relative"), home))
                .isEqualTo(Path.of(home, ".cache", "perfbudget"));
    }

    @Test
    void without_any_place_it_is_told_how_to_name_one() throws Exception {
        var file = Files.writeString(directory.resolve("file"), "no directory").toString();

        assertThatThrownBy(() -> CacheDirectory.find(Map.of(), file))
                .hasMessageContaining("[" + file + "] cannot be written to")
                .hasMessageContaining("XDG_CACHE_HOME");
    }
}
