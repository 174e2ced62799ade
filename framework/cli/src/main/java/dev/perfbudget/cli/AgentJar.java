package dev.perfbudget.cli;

import dev.perfbudget.protocol.Link;
import java.io.Closeable;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a class path needs of ours to be measured, in a temporary directory for as long as it is. */
final class AgentJar implements Closeable {

    private static final String PACKED = "/META-INF/perfbudget/agent.jar";

    private final Path directory;
    private final Path path;

    /** Unpacks it. */
    AgentJar() throws IOException {
        directory = Files.createTempDirectory("perfbudget-");
        directory.toFile().deleteOnExit();
        path = unpacked();
    }

    private Path unpacked() throws IOException {
        try (var packed = AgentJar.class.getResourceAsStream(PACKED)) {
            if (packed == null) {
                return beside();
            }
            var jar = directory.resolve("agent.jar");
            jar.toFile().deleteOnExit();
            Files.copy(packed, jar);
            return jar;
        }
    }

    /** In an IDE nothing is packed: the agent is where the class path has its protocol. */
    private static Path beside() {
        try {
            return Path.of(Link.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Path path() {
        return path;
    }

    /** For files that live as long. */
    Path directory() {
        return directory;
    }

    /** What cannot be deleted now is tried again when the JVM ends. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(directory.resolve("agent.jar"));
        try (var left = Files.list(directory)) {
            for (var file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }
}
