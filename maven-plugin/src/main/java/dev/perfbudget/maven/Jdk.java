package dev.perfbudget.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * What the module's benchmarks run on.
 *
 * @param java the executable
 * @param origin who chose it, for people
 */
record Jdk(Path java, String origin) {

    private static final int OLDEST = 17;
    private static final Pattern FEATURE = Pattern.compile("\"?(?:1\\.)?([0-9]+).*");

    /**
     * The executable named, or the toolchain asked for, or the toolchain of the build, or else the JDK of Maven.
     *
     * @param executable empty if none is named
     * @param requirements of a JDK toolchain, as in the toolchains file; empty if nothing is asked for
     */
    static Jdk choose(
            String executable, Map<String, String> requirements, ToolchainManager toolchains, MavenSession session)
            throws MojoExecutionException {
        if (!executable.isBlank()) {
            return new Jdk(Path.of(executable.strip()), "parameter [jvm]").checked();
        }
        if (!requirements.isEmpty()) {
            var matching = toolchains.getToolchains(session, "jdk", requirements);
            return of(matching == null ? List.of() : matching)
                    .orElseThrow(() -> new MojoExecutionException("No JDK toolchain has " + requirements
                            + ", as parameter [jdkToolchain] asks. Add one to ~/.m2/toolchains.xml, or change the"
                            + " requirements."))
                    .checked();
        }
        var ofBuild = Optional.ofNullable(toolchains.getToolchainFromBuildContext("jdk", session));
        return of(ofBuild.stream().toList()).orElseGet(Jdk::ofMaven).checked();
    }

    private static Optional<Jdk> of(List<Toolchain> toolchains) {
        return toolchains.stream()
                .flatMap(toolchain -> Optional.ofNullable(toolchain.findTool("java"))
                        .map(java -> new Jdk(Path.of(java), "toolchain [" + toolchain + "]"))
                        .stream())
                .findFirst();
    }

    private static Jdk ofMaven() {
        return new Jdk(Path.of(System.getProperty("java.home"), "bin", "java"), "the JDK of Maven");
    }

    /** Itself, if it is new enough. */
    Jdk checked() throws MojoExecutionException {
        var feature = feature();
        if (feature.isPresent() && feature.get() < OLDEST) {
            throw new MojoExecutionException("Benchmarks cannot be run on [" + java + "] (" + origin + "): it is Java "
                    + feature.get() + ", and PerfBudget needs " + OLDEST
                    + " or later. Name another JDK with <jdkToolchain><version>[" + OLDEST
                    + ",)</version></jdkToolchain> or <jvm>.");
        }
        return this;
    }

    /** As the file {@code release} of the JDK says; unknown if there is none. */
    private Optional<Integer> feature() {
        var bin = java.toAbsolutePath().getParent();
        if (bin == null || bin.getParent() == null) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(bin.resolveSibling("release"))) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
        var matcher = FEATURE.matcher(properties.getProperty("JAVA_VERSION", ""));
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
}
