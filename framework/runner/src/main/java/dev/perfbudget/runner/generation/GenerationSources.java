package dev.perfbudget.runner.generation;

import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.runner.workload.ClassFiles;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What JMH's code is generated from.
 *
 * @param hashes by class that has benchmarks: hash of all class files that its generated code depends on
 * @param release of Java that the classes were compiled for
 * @param jmhVersion hash of JMH's own version file
 */
record GenerationSources(SortedMap<String, String> hashes, int release, String jmhVersion) {

    /** Class file version 45 is Java 1. */
    private static final int CLASS_FILE_VERSION_OF_JAVA_0 = 44;

    private static final int MAJOR_VERSION_AT = 6;
    private static final int OLDEST_RELEASE = 8;

    static GenerationSources of(Collection<PlannedBenchmark> benchmarks, ClassFiles files) {
        var hashes = new TreeMap<String, String>();
        for (var benchmark : benchmarks) {
            hashes.computeIfAbsent(benchmark.className(), name -> hash(benchmark.workloadClasses(), files));
        }
        var release = hashes.keySet().stream()
                .mapToInt(name ->
                        files.bytesOf(name).map(GenerationSources::release).orElse(OLDEST_RELEASE))
                .max()
                .orElse(OLDEST_RELEASE);
        var jmh = digest();
        files.resource("jmh.properties").ifPresent(jmh::update);
        return new GenerationSources(
                hashes, Math.max(OLDEST_RELEASE, release), HexFormat.of().formatHex(jmh.digest()));
    }

    SortedSet<String> classNames() {
        return new TreeSet<>(hashes.keySet());
    }

    GenerationSources only(Collection<String> classNames) {
        var some = new TreeMap<>(hashes);
        some.keySet().retainAll(classNames);
        return new GenerationSources(some, release, jmhVersion);
    }

    /** Names what is generated from these. */
    String key() {
        var digest = digest();
        for (Map.Entry<String, String> entry : hashes.entrySet()) {
            digest.update((entry.getKey() + '=' + entry.getValue() + '\n').getBytes(StandardCharsets.UTF_8));
        }
        digest.update((release + " " + jmhVersion).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static String hash(List<String> classNames, ClassFiles files) {
        var digest = digest();
        classNames.forEach(name -> files.bytesOf(name).ifPresent(digest::update));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static int release(byte[] classFile) {
        return ByteBuffer.wrap(classFile).getShort(MAJOR_VERSION_AT) - CLASS_FILE_VERSION_OF_JAVA_0;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
