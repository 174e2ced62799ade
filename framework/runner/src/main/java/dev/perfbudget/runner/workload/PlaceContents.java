package dev.perfbudget.runner.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Checksums of what a class loader would find in jars and folders. A jar may be like a folder: what only packaging puts
 * into a jar does not count.
 */
public final class PlaceContents {

    private PlaceContents() {}

    /** By name; of two files with the same name the first one is found. */
    public static Map<String, Long> checksums(List<Path> places) throws IOException {
        var checksums = new TreeMap<String, Long>();
        for (var place : places) {
            (Files.isDirectory(place) ? ofFolder(place) : ofJar(place)).forEach(checksums::putIfAbsent);
        }
        checksums.keySet().removeIf(PlaceContents::isOfPackaging);
        return checksums;
    }

    private static boolean isOfPackaging(String name) {
        return name.equals(JarFile.MANIFEST_NAME) || name.startsWith("META-INF/maven/");
    }

    private static Map<String, Long> ofFolder(Path folder) throws IOException {
        var checksums = new TreeMap<String, Long>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var checksum = new CRC32();
                checksum.update(Files.readAllBytes(file));
                checksums.put(folder.relativize(file).toString().replace('\\', '/'), checksum.getValue());
            }
        }
        return checksums;
    }

    private static Map<String, Long> ofJar(Path file) throws IOException {
        var checksums = new TreeMap<String, Long>();
        try (var jar = new JarFile(file.toFile())) {
            jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .forEach((ZipEntry entry) -> checksums.put(entry.getName(), entry.getCrc()));
        }
        return checksums;
    }
}
