package dev.perfbudget.maven.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

/** A remote repository in a directory, with libraries of one group that have a text file in them. */
final class LittleRepository {

    static final String GROUP = "com.acme.lib";

    private final Path directory;
    private final String group;
    private final Map<String, List<String>> versions = new LinkedHashMap<>();

    LittleRepository(Path directory) {
        this(directory, GROUP);
    }

    LittleRepository(Path directory, String group) {
        this.directory = directory;
        this.group = group;
    }

    Path directory() {
        return directory;
    }

    /**
     * One more library.
     *
     * @param dependencies of the same group, {@code artifact:version}
     */
    LittleRepository library(String artifact, String version, String... dependencies) {
        var folder = directory.resolve(group.replace('.', '/')).resolve(artifact);
        var known = versions.computeIfAbsent(artifact, any -> new ArrayList<>());
        known.add(version);
        try {
            var name = Files.createDirectories(folder.resolve(version)).resolve(artifact + "-" + version);
            Files.writeString(Path.of(name + ".pom"), pom(artifact, version, List.of(dependencies)));
            try (var jar = new JarOutputStream(Files.newOutputStream(Path.of(name + ".jar")))) {
                jar.putNextEntry(new JarEntry(artifact + ".txt"));
                jar.write(version.getBytes(StandardCharsets.UTF_8));
            }
            Files.writeString(folder.resolve("maven-metadata.xml"), metadata(artifact, known));
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private String pom(String artifact, String version, List<String> dependencies) {
        var all = dependencies.stream()
                .map(dependency -> dependency.split(":", -1))
                .map(parts -> "<dependency>" + coordinates(parts[0], parts[1]) + "</dependency>")
                .collect(Collectors.joining());
        return "<project><modelVersion>4.0.0</modelVersion>" + coordinates(artifact, version) + "<dependencies>" + all
                + "</dependencies></project>";
    }

    private String coordinates(String artifact, String version) {
        return "<groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId><version>" + version
                + "</version>";
    }

    private String metadata(String artifact, List<String> versions) {
        var all = versions.stream()
                .map(version -> "<version>" + version + "</version>")
                .collect(Collectors.joining());
        return "<metadata><groupId>" + group + "</groupId><artifactId>" + artifact
                + "</artifactId><versioning><versions>" + all + "</versions></versioning></metadata>";
    }
}
