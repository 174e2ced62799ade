package dev.perfbudget.cli;

import dev.perfbudget.protocol.Link;
import java.io.Closeable;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a class path needs of ours to be measured, in a temporary directory for as long as it is. */
final class AgentJar implements Closeable {

    private static final String PACKED = "/META-INF/perfbudget/";

    private final Path directory;
    private final Path path;
    private final List<Path> processorPath;

    /** Unpacks it. */
    AgentJar() throws IOException {
        directory = Files.createTempDirectory("perfbudget-");
        directory.toFile().deleteOnExit();
        path = unpacked("agent.jar").orElseGet(AgentJar::beside);
        processorPath = unpacked("processor.jar").stream().toList();
    }

    private Optional<Path> unpacked(String name) throws IOException {
        try (var packed = AgentJar.class.getResourceAsStream(PACKED + name)) {
            if (packed == null) {
                return Optional.empty();
            }
            var jar = directory.resolve(name);
            jar.toFile().deleteOnExit();
            Files.copy(packed, jar);
            return Optional.of(jar);
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

    /** JMH's annotation processor, for what of ours is measured to watch the machine; empty in an IDE. */
    List<Path> processorPath() {
        return processorPath;
    }

    /** For files that live as long. */
    Path directory() {
        return directory;
    }

    /** What cannot be deleted now is tried again when the JVM ends. */
    @Override
    public void close() throws IOException {
        try (var left = Files.list(directory)) {
            for (var file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }
}
