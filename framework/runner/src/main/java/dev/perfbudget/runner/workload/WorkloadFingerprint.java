package dev.perfbudget.runner.workload;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The normal form of each of a workload's classes by the beginning of its SHA-256, so that a change can be named. */
public final class WorkloadFingerprint {

    /** 48 bits of a hash: enough to see a change, and little beside the values of a baseline. */
    private static final int BYTES = 6;

    private static final String MISSING = "missing";

    private final ClassFiles files;

    public WorkloadFingerprint(ClassFiles files) {
        this.files = files;
    }

    /**
     * {@code JsonBench:1f0c5a9e22d1 JsonBench$Input:…}: classes without their packages, in the order of their full names.
     */
    public String of(List<String> classNames) {
        return classNames.stream()
                .sorted()
                .distinct()
                .map(name -> name.substring(name.lastIndexOf('.') + 1) + ':' + hash(name))
                .collect(Collectors.joining(" "));
    }

    private String hash(String className) {
        return files.bytesOf(className)
                .map(Normalised::bytes)
                .map(bytes -> HexFormat.of().formatHex(sha256(className, bytes), 0, BYTES))
                .orElse(MISSING);
    }

    private static byte[] sha256(String className, byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((className + '\0').getBytes(StandardCharsets.UTF_8));
            return digest.digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
