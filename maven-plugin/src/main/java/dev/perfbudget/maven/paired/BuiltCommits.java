package dev.perfbudget.maven.paired;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Commits that were built.
 *
 * @param directory that holds them
 */
record BuiltCommits(Path directory) {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int DIGITS = 12;

    /** One, built in one way; it need not be there yet. */
    BuiltCommit of(String commit, List<String> wayOfBuilding) {
        return new BuiltCommit(directory.resolve(shortened(commit) + "-" + hash(String.join("\n", wayOfBuilding))));
    }

    /** Removes what nobody has used for a month, and what crashes have left. */
    void clean(Instant now) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (var entries = Files.newDirectoryStream(directory, Files::isDirectory)) {
            for (var entry : entries) {
                clean(new BuiltCommit(entry), now);
            }
        }
    }

    private static void clean(BuiltCommit commit, Instant now) throws IOException {
        var lock = commit.tryLock();
        if (lock.isEmpty()) {
            return;
        }
        try (var held = lock.get()) {
            if (held.channel().isOpen() && commit.lastUse().isBefore(now.minus(KEPT))) {
                commit.delete();
            } else {
                commit.removeAbandoned();
            }
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(DIGITS, text.length()));
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return shortened(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
