package dev.perfbudget.maven.paired;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** The Maven that runs now, and all that its caller has said to it, to build something else in the same way. */
final class CallersMaven {

    /** What is said about this build and not about any. */
    private static final List<String> OF_THIS_BUILD =
            List.of("perfbudget.", "session.", "maven.multiModuleProjectDirectory", "env.");

    private static final List<String> NOT_INHERITED =
            List.of("MAVEN_ARGS", "MAVEN_BASEDIR", "MAVEN_PROJECTBASEDIR", "MAVEN_DEBUG_OPTS", "MAVEN_CMD_LINE_ARGS");

    private final MavenSession session;
    private final MavenExecutionRequest request;

    CallersMaven(MavenSession session) {
        this.session = session;
        this.request = session.getRequest();
    }

    /** The POM that the build began with. */
    Path pom() {
        return Optional.ofNullable(request.getPom())
                .map(File::toPath)
                .orElseGet(() -> Path.of(session.getExecutionRootDirectory(), "pom.xml"))
                .toAbsolutePath();
    }

    /**
     * What the caller has said: options, profiles and properties. Snapshots are not renewed, which the caller's build uses
     * at the same time.
     */
    List<String> options() {
        var options = new ArrayList<>(List.of("-B", "-ntp", "-nsu"));
        if (request.isOffline()) {
            options.add("-o");
        }
        file("-s", request.getUserSettingsFile(), options);
        file("-gs", request.getGlobalSettingsFile(), options);
        file("-t", request.getUserToolchainsFile(), options);
        file("-gt", request.getGlobalToolchainsFile(), options);
        options.addAll(profilesAndProperties());
        return options;
    }

    private List<String> profilesAndProperties() {
        var options = new ArrayList<String>();
        var profiles = profiles();
        if (!profiles.isEmpty()) {
            options.addAll(List.of("-P", profiles));
        }
        properties().forEach((name, value) -> options.add("-D" + name + "=" + value));
        return options;
    }

    private static void file(String option, @Nullable File file, List<String> options) {
        if (file != null && file.isFile()) {
            options.addAll(List.of(option, file.getAbsolutePath()));
        }
    }

    /** Other commits need not have them all: Maven 4 has to be told, Maven 3 only warns. */
    private String profiles() {
        var unlessThere = version().startsWith("4") ? "?" : "";
        return Stream.concat(
                        request.getActiveProfiles().stream().distinct().map(profile -> unlessThere + profile),
                        request.getInactiveProfiles().stream().distinct().map(profile -> "!" + unlessThere + profile))
                .collect(Collectors.joining(","));
    }

    private Map<String, String> properties() {
        var user = session.getUserProperties();
        var properties = new TreeMap<String, String>();
        user.stringPropertyNames().stream()
                .filter(name -> OF_THIS_BUILD.stream().noneMatch(name::startsWith))
                .forEach(name -> properties.put(name, user.getProperty(name)));
        Optional.ofNullable(session.getRepositorySession().getLocalRepository())
                .ifPresent(local ->
                        properties.put("maven.repo.local", local.getBasedir().toString()));
        return properties;
    }

    /**
     * All that may make a build come out otherwise; not a word of it is secret as it is only ever hashed. Where settings
     * lie does not, and CI servers write them to another place each time; nor does whether the network may be used.
     */
    List<String> fingerprint() throws MojoExecutionException {
        var facts = new ArrayList<>(profilesAndProperties());
        facts.addAll(List.of(
                version(),
                System.getProperty("java.home", ""),
                System.getProperty("java.vm.version", ""),
                System.getProperty("os.arch", "")));
        for (var file : Arrays.asList(
                request.getUserSettingsFile(),
                request.getGlobalSettingsFile(),
                request.getUserToolchainsFile(),
                request.getGlobalToolchainsFile())) {
            facts.add(content(file));
        }
        return facts;
    }

    private static String content(@Nullable File file) throws MojoExecutionException {
        try {
            return file != null && file.isFile() ? Files.readString(file.toPath()) : "";
        } catch (IOException unreadable) {
            throw new MojoExecutionException("[" + file + "] cannot be read: " + unreadable, unreadable);
        }
    }

    private String version() {
        return session.getSystemProperties().getProperty("maven.version", "");
    }

    /**
     * Starts a build.
     *
     * @param log takes what it prints
     */
    Process start(Path directory, List<String> arguments, Path log) throws MojoExecutionException {
        var command = new ArrayList<>(List.of(executable().toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.keySet().removeAll(NOT_INHERITED);
        environment.keySet().removeAll(GitCommand.OF_ANOTHER_WORK_TREE);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.computeIfPresent("MAVEN_OPTS", (name, options) -> withoutDebugger(options));
        try {
            var process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException notStarted) {
            throw new MojoExecutionException(
                    "perfbudget.baseline: [" + command.get(0) + "] cannot be started: " + notStarted.getMessage(),
                    notStarted);
        }
    }

    /** Its port is taken. */
    static String withoutDebugger(String options) {
        return Stream.of(options.split(" "))
                .filter(option -> !option.startsWith("-agentlib:jdwp") && !option.startsWith("-Xrunjdwp"))
                .collect(Collectors.joining(" "));
    }

    private Path executable() throws MojoExecutionException {
        var home = session.getSystemProperties().getProperty("maven.home", "");
        var executable = Path.of(home, "bin", File.separatorChar == '/' ? "mvn" : "mvn.cmd");
        if (home.isEmpty() || !Files.exists(executable)) {
            throw new MojoExecutionException("perfbudget.baseline: the Maven that runs this build has no command ["
                    + executable + "] (maven.home is [" + home + "]), which building the baseline needs. Build with an"
                    + " installed Maven or the wrapper, or name the baseline by gav:, release: or dir:.");
        }
        return executable;
    }
}
