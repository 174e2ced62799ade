package dev.perfbudget.junit.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;

/**
 * The runner as it is packed into our jar, unpacked once for each content into a directory of the user's.
 *
 * <p>Several JVMs may unpack at once, and any of them may be killed: each file appears whole or not at all, and a list of
 * all files, written last, says that nothing is missing. What a cleaner has taken away is put back.
 */
final class RunnerBundle {

    private static final String RESOURCE = "/META-INF/perfbudget/runner.zip";
    /** What the directories of bundles are called, before what tells them apart. */
    static final String PREFIX = "runner-";
    /** In a bundle that is whole; as old as its last use. */
    static final String LIST = "files.txt";

    private RunnerBundle() {}

    /** The directory with {@code lib} and {@code processor}. */
    static Path unpacked() throws IOException {
        var zip = RunnerBundle.class.getResource(RESOURCE);
        if (zip == null) {
            throw new CannotMeasureException("The runner is missing: no [" + RESOURCE + "] on the class path."
                    + " Depend on the jar of perfbudget-junit as it is published, not on its classes.");
        }
        var cache = UserCache.directory();
        var directory = unpack(zip, cache);
        new UnusedBundles(cache, Instant.now()).delete();
        return directory;
    }

    static Path unpack(URL zip, Path cache) throws IOException {
        var directory = cache.resolve(PREFIX + hash(zip));
        if (!isWhole(directory)) {
            try (var content = new ZipInputStream(new BufferedInputStream(open(zip)))) {
                unpack(content, directory);
            }
        }
        touch(directory.resolve(LIST));
        return directory;
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException notOurs) {
            // Somebody else has put it there for us, and may delete it.
        }
    }

    private static void unpack(ZipInputStream content, Path directory) throws IOException {
        var sizes = new LinkedHashMap<String, Long>();
        for (var entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
            var target = directory.resolve(entry.getName()).normalize();
            if (!target.startsWith(directory)) {
                throw new IOException("[" + entry.getName() + "] would leave the directory");
            }
            if (!entry.isDirectory()) {
                putWhole(target, content.readAllBytes());
                sizes.put(entry.getName(), Files.size(target));
            }
        }
        putWhole(directory.resolve(LIST), listing(sizes).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isWhole(Path directory) throws IOException {
        var list = directory.resolve(LIST);
        if (!Files.isRegularFile(list)) {
            return false;
        }
        for (var line : Files.readAllLines(list)) {
            var blank = line.indexOf(' ');
            var file = directory.resolve(line.substring(blank + 1));
            if (!Files.isRegularFile(file) || Files.size(file) != Long.parseLong(line, 0, blank, 10)) {
                return false;
            }
        }
        return true;
    }

    private static String listing(Map<String, Long> sizes) {
        return sizes.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey() + "\n")
                .collect(Collectors.joining());
    }

    private static void putWhole(Path target, byte[] content) throws IOException {
        Files.createDirectories(target.getParent());
        var temporary = Files.createTempFile(target.getParent(), "unpacking", ".tmp");
        try {
            Files.write(temporary, content);
            moveInPlace(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void moveInPlace(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException byCopy) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String hash(URL zip) throws IOException {
        try (var content = new DigestInputStream(open(zip), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest(), 0, 10);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static InputStream open(URL zip) throws IOException {
        var connection = zip.openConnection();
        // A cached jar would stay open for as long as the test JVM lives.
        connection.setUseCaches(false);
        return connection.getInputStream();
    }
}
