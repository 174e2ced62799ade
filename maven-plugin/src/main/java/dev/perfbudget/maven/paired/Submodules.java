package dev.perfbudget.maven.paired;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The submodules of a commit that is checked out, without those that somebody's clone has left out: whoever builds without
 * them may not be allowed to have them. What the clone has of the others is taken from there, so that nothing needs to be
 * fetched; the rest from where {@code .gitmodules} says.
 *
 * <p>They are never initialized, which would write to the configuration of the clone.
 *
 * @param repository somebody's clone
 * @param git where the commit is checked out
 */
record Submodules(GitRepository repository, GitCommand git) {

    private static final Pattern PATH = Pattern.compile("submodule\\.(.+)\\.path (.+)");
    private static final Pattern LEFT_OUT = Pattern.compile("(?m)^-[0-9a-f]+ (.+)$");

    /** Checks them all out; says why if that cannot be. */
    GitCommand.Answer checkOut() throws MojoExecutionException {
        var leftOut = leftOut();
        var wanted = new ArrayList<String>();
        for (var line : git.run("config", "--file", ".gitmodules", "--get-regexp", "^submodule\\..*\\.path$")
                .output()
                .lines()
                .toList()) {
            var submodule = PATH.matcher(line);
            if (submodule.matches() && !leftOut.contains(submodule.group(2))) {
                copy(submodule.group(1), submodule.group(2));
                wanted.add(submodule.group(2));
            }
        }
        return wanted.isEmpty() ? GitCommand.Answer.NOTHING : update(List.of(), "--recursive", wanted);
    }

    /** The paths of those that the clone could have and has not. */
    private Set<String> leftOut() throws MojoExecutionException {
        var status = repository.git().run("submodule", "status").output();
        return LEFT_OUT.matcher(status).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private void copy(String name, String path) throws MojoExecutionException {
        var local = repository.administration().resolve("modules").resolve(name);
        if (!Files.isDirectory(local)) {
            return;
        }
        var commit = git.run("rev-parse", "HEAD:" + path).output();
        if (new GitCommand(local).run("cat-file", "-e", commit + "^{commit}").isGood()) {
            update(
                    List.of("protocol.file.allow=always", "submodule." + name + ".url=" + local),
                    "--checkout",
                    List.of(path));
        }
    }

    private GitCommand.Answer update(List<String> configuration, String how, List<String> paths)
            throws MojoExecutionException {
        var arguments = new ArrayList<>(List.of("-c", "submodule.active=."));
        configuration.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        arguments.addAll(List.of("submodule", "--quiet", "update", how, "--"));
        arguments.addAll(paths);
        return git.run(arguments.toArray(String[]::new));
    }
}
