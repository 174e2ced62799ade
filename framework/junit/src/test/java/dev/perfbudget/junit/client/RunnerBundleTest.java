package dev.perfbudget.junit.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    void what_nobody_has_used_for_long_is_deleted_and_nothing_else() throws IOException {
        var used = RunnerBundle.unpack(zip, cache);
        var recent = bundle("runner-recent", Duration.ofDays(29));
        var old = bundle("runner-old", Duration.ofDays(31));
        var foreign = Files.createDirectories(cache.resolve("something-else"));
        Files.setLastModifiedTime(foreign, FileTime.from(Instant.now().minus(Duration.ofDays(99))));

        new UnusedBundles(cache, Instant.now()).delete();

        assertThat(old).doesNotExist();
        assertThat(List.of(used, recent, foreign))
                .allSatisfy(kept -> assertThat(kept).isDirectory());
    }

    @Test
    void using_a_bundle_keeps_it() throws IOException {
        var unpacked = RunnerBundle.unpack(zip, cache);
        var list = unpacked.resolve("files.txt");
        Files.setLastModifiedTime(list, FileTime.from(Instant.now().minus(Duration.ofDays(99))));

        RunnerBundle.unpack(zip, cache);
        new UnusedBundles(cache, Instant.now()).delete();

        assertThat(unpacked.resolve("lib/runner.jar")).hasContent("runner");
    }

    private Path bundle(String name, Duration age) throws IOException {
        var bundle = cache.resolve(name);
        var list = bundle.resolve("files.txt");
        write(list, "");
        write(bundle.resolve("lib/runner.jar"), "runner");
        Files.setLastModifiedTime(list, FileTime.from(Instant.now().minus(age)));
        return bundle;
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
