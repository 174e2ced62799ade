package dev.perfbudget.maven.paired;

import dev.perfbudget.maven.Builds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** A Maven installation whose command is a script. */
record FakeMaven(Path home) {

    /** Whose command does what the lines of a shell say. */
    static FakeMaven thatRuns(Path home, String script) throws IOException {
        var command = Files.createDirectories(home.resolve("bin")).resolve("mvn");
        Files.writeString(command, "#!/bin/sh\n" + script);
        if (!command.toFile().setExecutable(true)) {
            throw new IOException("[" + command + "] cannot be made executable");
        }
        return new FakeMaven(home);
    }

    /** A build that it runs. */
    MavenSession session(Map<String, String> commandLine) {
        var session = Builds.session(1, commandLine);
        session.getRequest().setPom(home.resolve("pom.xml").toFile());
        session.getSystemProperties().setProperty("maven.home", home.toString());
        session.getSystemProperties().setProperty("maven.version", "3.8.1");
        return session;
    }

    /** The build of a baseline. */
    BaselineBuild build() {
        var plugin = new PluginDescriptor();
        plugin.setGroupId("dev.perfbudget");
        plugin.setArtifactId("perfbudget-maven-plugin");
        plugin.setVersion("1.0");
        return new BaselineBuild("git:main (a1b2c3d)", new CallersMaven(session(Map.of())), plugin, "pom.xml");
    }
}
