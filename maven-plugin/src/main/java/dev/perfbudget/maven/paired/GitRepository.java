package dev.perfbudget.maven.paired;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * A work tree that somebody works in.
 *
 * @param top its uppermost directory, without symbolic links
 */
record GitRepository(Path top) {

    /** The one that a directory belongs to. */
    static GitRepository of(Path directory) throws MojoExecutionException {
        var answer = new GitCommand(directory).run("rev-parse", "--show-toplevel");
        if (!answer.isGood() || answer.output().isEmpty()) {
            throw new MojoExecutionException("perfbudget.baseline: [" + directory
                    + "] is not in a work tree that git can read: " + answer.problems()
                    + ". Build in a clone, or name the baseline by gav:, release: or dir:.");
        }
        try {
            return new GitRepository(Path.of(answer.output()).toRealPath());
        } catch (IOException gone) {
            throw new MojoExecutionException("perfbudget.baseline: [" + answer.output() + "] cannot be read", gone);
        }
    }

    GitCommand git() {
        return new GitCommand(top);
    }

    /** Where git keeps what it knows, for all work trees. */
    Path administration() throws MojoExecutionException {
        return top.resolve(git().run("rev-parse", "--git-common-dir").output());
    }

    /** The whole name of a commit. */
    String commit(String ref) throws MojoExecutionException {
        var answer = git().run("rev-parse", "--verify", "--quiet", ref + "^{commit}");
        if (answer.isGood()) {
            return answer.output();
        }
        throw new MojoExecutionException(new UnknownCommit(ref, isShallow(), names()).message());
    }

    /** Where something lies below the top, with slashes; empty if it lies elsewhere. */
    Optional<String> nameOf(Path file) {
        try {
            return Optional.of(file.toRealPath())
                    .filter(real -> real.startsWith(top))
                    .map(real -> top.relativize(real).toString().replace('\\', '/'));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** What a file said at a commit; empty if it was not there. */
    String textAt(String commit, String name) throws MojoExecutionException {
        var answer = git().run("show", commit + ":" + name);
        return answer.isGood() ? answer.output() : "";
    }

    /** Whether a file of a directory had a text in it at a commit. */
    boolean mentions(String text, String commit, String directory) throws MojoExecutionException {
        var place = directory.isEmpty() ? "." : directory;
        return git().run("grep", "--quiet", "--fixed-strings", "-e", text, commit, "--", place)
                .isGood();
    }

    private boolean isShallow() throws MojoExecutionException {
        return git().run("rev-parse", "--is-shallow-repository").output().equals("true");
    }

    private List<String> names() throws MojoExecutionException {
        return git().run("for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
                .output()
                .lines()
                .toList();
    }
}
