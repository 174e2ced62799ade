package dev.perfbudget.maven.paired;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The submodules of a commit that is checked out. What somebody's clone has of them is taken from there, so that nothing
 * needs to be fetched; the rest from where {@code .gitmodules} says.
 *
 * @param repository somebody's clone
 * @param directory where the commit is checked out
 */
record Submodules(GitRepository repository, Path directory) {

    private static final Pattern PATH = Pattern.compile("submodule\\.(.+)\\.path (.+)");

    /** Checks them all out; says why if that cannot be. */
    GitCommand.Answer checkOut() throws MojoExecutionException {
        for (var line : git().run("config", "--file", ".gitmodules", "--get-regexp", "^submodule\\..*\\.path$")
                .output()
                .lines()
                .toList()) {
            var submodule = PATH.matcher(line);
            if (submodule.matches()) {
                copy(submodule.group(1), submodule.group(2));
            }
        }
        return git().run(update("--recursive").toArray(String[]::new));
    }

    private void copy(String name, String path) throws MojoExecutionException {
        var local = repository.administration().resolve("modules").resolve(name);
        if (!Files.isDirectory(local)) {
            return;
        }
        var commit = git().run("rev-parse", "HEAD:" + path).output();
        if (new GitCommand(local).run("cat-file", "-e", commit + "^{commit}").isGood()) {
            var config = List.of("-c", "protocol.file.allow=always", "-c", "submodule." + name + ".url=" + local);
            git().run(Stream.concat(config.stream(), update("--", path).stream())
                    .toArray(String[]::new));
        }
    }

    private static List<String> update(String... further) {
        var arguments = new ArrayList<>(List.of("submodule", "--quiet", "update", "--init"));
        arguments.addAll(List.of(further));
        return arguments;
    }

    private GitCommand git() {
        return new GitCommand(directory);
    }
}
