package dev.perfbudget.maven.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.MavenInvocationException;

/**
 * A Maven installation, run as its command is.
 *
 * @param jdk that it runs on; that of this build if absent
 * @param environment more variables
 */
record Maven(Path home, Optional<Path> jdk, Map<String, String> environment) {

    private static final Path TARGET =
            Path.of(System.getProperty("it.target", "target")).toAbsolutePath();

    /** As little measuring as gives a verdict. */
    private static final List<String> SHORT = List.of(
            "-Dperfbudget.forks=2",
            "-Dperfbudget.iterations=2",
            "-Dperfbudget.warmupIterations=1",
            "-Dperfbudget.iterationTime=20 ms");

    /** The one that runs this build. */
    static Maven ofThisBuild() {
        return new Maven(Path.of(System.getProperty("it.maven.home")), Optional.empty(), Map.of());
    }

    /** Another version, from the repository. */
    static Maven version(String version) {
        return new Maven(TARGET.resolve("mavens").resolve("apache-maven-" + version), Optional.empty(), Map.of());
    }

    /** The same on another JDK. */
    Maven on(OtherJdk other) {
        return new Maven(home, Optional.of(other.home()), environment);
    }

    /** The same in other surroundings. */
    Maven with(Map<String, String> variables) {
        return new Maven(home, jdk, variables);
    }

    /** What all of them install to, and download to. */
    static Path localRepository() {
        return TARGET.resolve("it-repository");
    }

    Build run(Path project, String... arguments) {
        var lines = new ArrayList<String>();
        var request = new DefaultInvocationRequest();
        request.setBaseDirectory(project.toFile());
        request.setBatchMode(true);
        request.setNoTransferProgress(true);
        request.setGlobalSettingsFile(settings());
        request.setLocalRepositoryDirectory(localRepository().toFile());
        request.addArgs(Stream.concat(SHORT.stream(), Stream.of(arguments)).toList());
        request.setOutputHandler(lines::add);
        request.setErrorHandler(lines::add);
        // Neither the tests' own JVM settings nor a debugger are any business of the builds.
        request.addShellEnvironment("MAVEN_OPTS", "");
        request.addShellEnvironment("MAVEN_ARGS", "");
        request.addShellEnvironment("XDG_CACHE_HOME", cache());
        // A job that runs these tests shows nothing of theirs.
        request.addShellEnvironment("GITHUB_ACTIONS", "");
        request.addShellEnvironment("GITHUB_STEP_SUMMARY", "");
        environment.forEach(request::addShellEnvironment);
        jdk.ifPresent(other -> request.setJavaHome(other.toFile()));
        try {
            var invoker = new DefaultInvoker();
            invoker.setMavenHome(home.toFile());
            return new Build(invoker.execute(request).getExitCode(), String.join("\n", lines));
        } catch (MavenInvocationException notStarted) {
            throw new IllegalStateException(notStarted);
        }
    }

    /** A build in a group of processes of its own, as a terminal starts it; what it prints is of no interest. */
    Process start(Path project, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                "setsid",
                home.resolve("bin/mvn").toString(),
                "-B",
                "-ntp",
                "-gs",
                settings().toString(),
                "-Dmaven.repo.local=" + localRepository()));
        command.addAll(SHORT);
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MAVEN_OPTS", "");
        builder.environment().put("MAVEN_ARGS", "");
        builder.environment().put("XDG_CACHE_HOME", cache());
        builder.environment().keySet().removeIf(name -> name.startsWith("GITHUB_"));
        return builder.start();
    }

    private static String cache() {
        return TARGET.resolve("it-cache").toString();
    }

    /** What this machine has already downloaded need not be downloaded again. */
    private static File settings() {
        var repository =
                """
                <%1$s>
                  <id>downloaded</id>
                  <url>%2$s</url>
                  <releases><checksumPolicy>ignore</checksumPolicy></releases>
                  <snapshots><enabled>false</enabled></snapshots>
                </%1$s>
                """;
        var downloaded = Path.of(System.getProperty("it.downloaded")).toUri().toString();
        var settings =
                """
                <settings>
                  <profiles>
                    <profile>
                      <id>downloaded</id>
                      <repositories>%s</repositories>
                      <pluginRepositories>%s</pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>downloaded</activeProfile></activeProfiles>
                </settings>
                """
                        .formatted(
                                repository.formatted("repository", downloaded),
                                repository.formatted("pluginRepository", downloaded));
        try {
            return Files.writeString(TARGET.resolve("it-settings.xml"), settings)
                    .toFile();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A build that has ended. */
    record Build(int exitCode, String output) {}
}
