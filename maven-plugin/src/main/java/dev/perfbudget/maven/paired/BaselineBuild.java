package dev.perfbudget.maven.paired;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/**
 * Builds modules of a commit up to their test classes, as the caller's Maven would, and asks each what it runs with. Nothing
 * is installed.
 *
 * @param name of the baseline, for people
 * @param pom of the reactor, below the top of the work tree
 */
record BaselineBuild(String name, CallersMaven maven, PluginDescriptor plugin, String pom) {

    private static final int TAIL = 30;

    /**
     * Runs to the end.
     *
     * @param modules as {@code group:artifact}; the first one is needed, others are built along
     * @return all that were built, with those that they need; none if there is no module such as the first one
     */
    List<DescribedModule> run(EndsWithUs child, List<String> modules, Path log)
            throws IOException, MojoExecutionException {
        var worktree = child.worktree();
        var descriptions = worktree.directory().resolveSibling("described");
        var file = worktree.directory().resolve(pom);
        var arguments = arguments(file, modules, descriptions);
        var exitCode = child.run(() -> maven.start(worktree.directory(), arguments, log));
        if (exitCode == 0 || Files.exists(descriptions.resolve(DescribedModule.fileName(modules.get(0))))) {
            return described(descriptions, worktree);
        }
        var lines = Files.readAllLines(log, Charset.defaultCharset());
        if (isUnknown(modules.get(0), lines)) {
            return List.of();
        }
        // Maven names the first one that it does not know, and builds nothing.
        if (modules.stream().anyMatch(module -> isUnknown(module, lines))) {
            return run(child, modules.subList(0, 1), log);
        }
        throw failure(exitCode, lines, log);
    }

    private static boolean isUnknown(String module, List<String> lines) {
        var unknown = Pattern.compile(
                "Could not find the selected project in the reactor: " + Pattern.quote(module) + "(?![\\w.-])");
        return lines.stream().anyMatch(line -> unknown.matcher(line).find());
    }

    private List<String> arguments(Path file, List<String> modules, Path descriptions) {
        var arguments = new ArrayList<>(List.of("-f", file.toString(), "-fae"));
        arguments.addAll(maven.options());
        arguments.addAll(List.of(
                "-pl",
                String.join(",", modules),
                "-am",
                "-Dperfbudget.skip=true",
                "-Dperfbudget.describeTo=" + descriptions,
                "test-compile",
                plugin.getGroupId() + ":" + plugin.getArtifactId() + ":" + plugin.getVersion() + ":describe"));
        return arguments;
    }

    private List<DescribedModule> described(Path descriptions, Worktree worktree)
            throws IOException, MojoExecutionException {
        var modules = new ArrayList<DescribedModule>();
        try (var files = Files.newDirectoryStream(descriptions, "*.properties")) {
            for (var file : files) {
                modules.add(DescribedModule.read(file));
            }
        }
        for (var module : modules) {
            failIfElsewhere(module, worktree);
        }
        return modules;
    }

    private void failIfElsewhere(DescribedModule module, Worktree worktree) throws MojoExecutionException {
        var elsewhere = module.entries().stream()
                .filter(entry ->
                        entry.scope() == Scope.MAIN_OUTPUT && !entry.file().startsWith(worktree.directory()))
                .findFirst();
        if (elsewhere.isPresent()) {
            throw new MojoExecutionException("perfbudget.baseline: the build of [" + name
                    + "] has written the classes of ["
                    + module.coordinates().key() + "] to [" + elsewhere.get().file()
                    + "], outside of its own directory ["
                    + worktree.directory() + "]: perhaps over those of the candidate. Let the POM and the command line"
                    + " name directories relative to the project.");
        }
    }

    private MojoExecutionException failure(int exitCode, List<String> lines, Path log) {
        var tail = Stream.concat(
                        Stream.of("perfbudget.baseline: the build of [" + name + "] failed with exit code [" + exitCode
                                + "]. Its output ends with:"),
                        lines.subList(Math.max(0, lines.size() - TAIL), lines.size()).stream()
                                .map(line -> "    " + line))
                .toList();
        return new MojoExecutionException(String.join("\n", tail) + "\nAll of it: " + log
                + "\nIt was built as this build is: same Maven, JDK, settings, profiles and properties. See whether [mvn"
                + " test-compile] works at that commit.");
    }
}
