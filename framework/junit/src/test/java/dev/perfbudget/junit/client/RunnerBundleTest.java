package dev.perfbudget.junit.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerBundleTest {

    @TempDir
    private Path directory;

    private URL zip;
    private Path cache;

    @BeforeEach
    void packBundle() throws IOException {
        var content = Files.createDirectories(directory.resolve("content"));
        write(content.resolve("lib/runner.jar"), "runner");
        write(content.resolve("processor/annprocess.jar"), "processor");
        var file = directory.resolve("runner.zip");
        Jars.ofDirectory(file, content);
        zip = file.toUri().toURL();
        cache = directory.resolve("Zwischen speicher für Läufe");
    }

    @Test
    void it_is_unpacked_once() throws IOException {
        var unpacked = RunnerBundle.unpack(zip, cache);
        var made = Files.getLastModifiedTime(unpacked.resolve("lib/runner.jar"));

        assertThat(RunnerBundle.unpack(zip, cache)).isEqualTo(unpacked);
        assertThat(unpacked.resolve("processor/annprocess.jar")).hasContent("processor");
        assertThat(Files.getLastModifiedTime(unpacked.resolve("lib/runner.jar")))
                .isEqualTo(made);
    }

    @Test
    void what_is_missing_or_cut_is_put_back() throws IOException {
        var unpacked = RunnerBundle.unpack(zip, cache);
        Files.delete(unpacked.resolve("lib/runner.jar"));
        Files.writeString(unpacked.resolve("processor/annprocess.jar"), "pro");

        RunnerBundle.unpack(zip, cache);

        assertThat(unpacked.resolve("lib/runner.jar")).hasContent("runner");
        assertThat(unpacked.resolve("processor/annprocess.jar")).hasContent("processor");
    }

    @Test
    void many_at_once_do_not_disturb_each_other() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var unpacked = pool.invokeAll(IntStream.range(0, 8)
                    .<Callable<Path>>mapToObj(i -> () -> RunnerBundle.unpack(zip, cache))
                    .toList());
            for (Future<Path> one : unpacked) {
                assertThat(one.get().resolve("lib/runner.jar")).hasContent("runner");
            }
        } finally {
            pool.shutdown();
        }
        try (var files = Files.walk(cache)) {
            assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    @Test
    void the_cache_is_the_users_own() throws IOException {
        var home = directory.resolve("home").toString();
        var given = directory.resolve("given").toString();

        assertThat(UserCache.directory(Map.of("XDG_CACHE_HOME", given), home)).isEqualTo(Path.of(given, "perfbudget"));
        assertThat(UserCache.directory(Map.of("XDG_CACHE_HOME", "relative"), home))
                .isEqualTo(Path.of(home, ".cache", "perfbudget"));
    }

    @Test
    void without_a_usable_home_a_fresh_directory_is_made() throws IOException {
        var file = directory.resolve("file");
        write(file, "in the way");

        assertThat(UserCache.directory(Map.of(), file.toString()))
                .isNotEqualTo(UserCache.directory(Map.of(), file.toString()))
                .isDirectory();
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
