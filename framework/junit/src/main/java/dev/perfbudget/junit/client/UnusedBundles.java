package dev.perfbudget.junit.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Runners of other versions that nobody has used for so long that no run can be using them still. */
final class UnusedBundles {

    private static final Duration KEPT_AFTER_LAST_USE = Duration.ofDays(30);

    private final Path cache;
    private final Instant now;

    UnusedBundles(Path cache, Instant now) {
        this.cache = cache;
        this.now = now;
    }

    /** What cannot be deleted stays: it is in nobody's way. */
    void delete() {
        try {
            for (var bundle : bundles()) {
                if (lastUse(bundle).plus(KEPT_AFTER_LAST_USE).isBefore(now)) {
                    delete(bundle);
                }
            }
        } catch (IOException | UncheckedIOException another) {
            // Another process deletes the same, or the next one will try again.
        }
    }

    private List<Path> bundles() throws IOException {
        try (var files = Files.list(cache)) {
            return files.filter(file -> file.getFileName().toString().startsWith(RunnerBundle.PREFIX))
                    .toList();
        }
    }

    /** One without a list is being unpacked, or never was to the end. */
    private static Instant lastUse(Path bundle) throws IOException {
        var list = bundle.resolve(RunnerBundle.LIST);
        return Files.getLastModifiedTime(Files.exists(list) ? list : bundle).toInstant();
    }

    private static void delete(Path bundle) throws IOException {
        Files.deleteIfExists(bundle.resolve(RunnerBundle.LIST));
        try (var files = Files.walk(bundle)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
