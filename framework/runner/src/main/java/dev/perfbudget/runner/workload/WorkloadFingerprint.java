package dev.perfbudget.runner.workload;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over the normal form of a workload's classes. */
public final class WorkloadFingerprint {

    private final ClassFiles files;

    public WorkloadFingerprint(ClassFiles files) {
        this.files = files;
    }

    /** 64 hexadecimal digits; the order of the names does not matter, a class that is missing does. */
    public String of(List<String> classNames) {
        var digest = sha256();
        for (var name : classNames.stream().sorted().distinct().toList()) {
            digest.update((name + '\0').getBytes(StandardCharsets.UTF_8));
            files.bytesOf(name).map(Normalised::bytes).ifPresent(digest::update);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
