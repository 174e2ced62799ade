package dev.perfbudget.junit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCacheTest {

    @TempDir
    private Path directory;

    private Path temporary;
    private String noHome;

    @BeforeEach
    void haveNoHome() throws IOException {
        temporary = Files.createDirectory(directory.resolve("tmp"));
        noHome = Files.createFile(directory.resolve("file")).toString();
    }

    @Test
    void it_is_where_the_user_wants_it_or_below_home() throws IOException {
        var home = directory.resolve("home").toString();
        var given = directory.resolve("given").toString();

        assertThat(UserCache.directory(Map.of("XDG_CACHE_HOME", given), home, temporary))
                .isEqualTo(Path.of(given, "perfbudget"));
        assertThat(UserCache.directory(Map.of("XDG_CACHE_HOME", "relative"), home, temporary))
                .isEqualTo(Path.of(home, ".cache", "perfbudget"));
    }

    @Test
    void without_a_usable_home_every_jvm_of_the_user_has_the_same_private_directory() throws IOException {
        var first = UserCache.directory(Map.of(), noHome, temporary);
        Files.createFile(first.resolve("kept"));

        assertThat(UserCache.directory(Map.of(), "?", temporary)).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first)))
                .isEqualTo("rwx------");
        assertThat(temporary).isDirectoryNotContaining(other -> !other.equals(first));
    }

    @Test
    void a_directory_that_others_may_write_to_is_not_trusted() throws IOException {
        var own = UserCache.directory(Map.of(), noHome, temporary);
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> UserCache.directory(Map.of(), noHome, temporary))
                .isInstanceOf(CannotMeasureException.class)
                .hasMessageContaining("[" + own + "]")
                .hasMessageContaining("XDG_CACHE_HOME");
    }

    @Test
    void a_link_to_somewhere_else_is_not_trusted() throws IOException {
        var own = UserCache.directory(Map.of(), noHome, temporary);
        Files.move(own, directory.resolve("elsewhere"));
        Files.createSymbolicLink(own, directory.resolve("elsewhere"));

        assertThatThrownBy(() -> UserCache.directory(Map.of(), noHome, temporary))
                .isInstanceOf(CannotMeasureException.class);
    }
}
