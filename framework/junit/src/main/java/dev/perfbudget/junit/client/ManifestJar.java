package dev.perfbudget.junit.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** A jar that is nothing but a class path, which launchers make to keep command lines short. */
final class ManifestJar {

    private static final long LARGEST = 2_000_000;
    private static final Pattern BLANKS = Pattern.compile(" +");

    private ManifestJar() {}

    /** What a class path entry stands for: the entries of its manifest if it has nothing else, or itself. */
    static List<Path> expanded(Path entry) {
        return isSmallJar(entry) ? manifestClassPath(entry).orElse(List.of(entry)) : List.of(entry);
    }

    private static boolean isSmallJar(Path entry) {
        try {
            return entry.toString().endsWith(".jar") && Files.isRegularFile(entry) && Files.size(entry) < LARGEST;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Optional<List<Path>> manifestClassPath(Path entry) {
        try (var jar = new JarFile(entry.toFile())) {
            var manifest = jar.getManifest();
            var classPath =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return classPath == null || hasMoreThanManifest(jar)
                    ? Optional.empty()
                    : Optional.of(resolved(entry, classPath));
        } catch (IOException | IllegalArgumentException noClassPath) {
            return Optional.empty();
        }
    }

    private static boolean hasMoreThanManifest(JarFile jar) {
        return jar.stream()
                .anyMatch(file -> !file.isDirectory() && !file.getName().equals(JarFile.MANIFEST_NAME));
    }

    private static List<Path> resolved(Path jar, String classPath) {
        return BLANKS.splitAsStream(classPath.strip())
                .map(uri -> Path.of(jar.toUri().resolve(URI.create(uri))))
                .toList();
    }
}
