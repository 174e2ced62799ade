package dev.perfbudget.maven.paired;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * A commit, checked out beside what somebody works on. It is known to the repository as long as it is there, and no longer.
 *
 * @param directory that it is, or will be, checked out to
 */
record Worktree(Path directory) {

    /** As git tells it when somebody asks for work trees. */
    private static final String CHECKED_OUT = "perfbudget-baseline";

    private static final String LINK = "gitdir: ";

    /** One below a directory of its own. */
    static Worktree in(Path parent) {
        return new Worktree(parent.resolve(CHECKED_OUT));
    }

    /**
     * Checks out, with the submodules that are in use.
     *
     * @param launcher starts git
     */
    void add(GitRepository repository, String commit, GitCommand.Launcher launcher) throws MojoExecutionException {
        var git = new GitCommand(repository.top(), launcher);
        var added = git.run("worktree", "add", "--force", "--detach", directory.toString(), commit);
        if (!added.isGood()) {
            throw new MojoExecutionException("perfbudget.baseline: git cannot check out [" + commit + "] of ["
                    + repository.top() + "] to [" + directory + "]: " + added.problems());
        }
        if (!Files.exists(directory.resolve(".gitmodules"))) {
            return;
        }
        var updated = new Submodules(repository, new GitCommand(directory, launcher)).checkOut();
        if (!updated.isGood()) {
            throw new MojoExecutionException("perfbudget.baseline: git cannot get the submodules of [" + commit
                    + "] of [" + repository.top() + "]: " + updated.problems()
                    + ". What your clone does not have of them is fetched from where .gitmodules says, which must be"
                    + " reachable from here.");
        }
    }

    /** Makes a repository forget work trees of ours that are not there any more, such as those of a cache that is gone. */
    static void removeDangling(GitRepository repository) throws IOException, MojoExecutionException {
        var all = repository.administration().resolve("worktrees");
        if (!Files.isDirectory(all)) {
            return;
        }
        try (var administrations = Files.newDirectoryStream(all)) {
            for (var administration : administrations) {
                var link = administration.resolve("gitdir");
                if (Files.isRegularFile(link)
                        && isGone(administration.resolve(Files.readString(link).strip()))) {
                    delete(administration);
                }
            }
        }
    }

    private static boolean isGone(Path link) {
        var directory = link.getParent();
        return directory != null && directory.endsWith(CHECKED_OUT) && !Files.exists(link);
    }

    /** Leaves no trace of it, whatever of it is there. */
    void remove() throws IOException {
        var administration = administration();
        if (administration.isPresent()) {
            delete(administration.get());
        }
        delete(directory);
    }

    /** What the repository knows of it. */
    private Optional<Path> administration() throws IOException {
        var link = directory.resolve(".git");
        if (!Files.isRegularFile(link)) {
            return Optional.empty();
        }
        var text = Files.readString(link).strip();
        return Optional.of(text)
                .filter(line -> line.startsWith(LINK))
                .map(line -> directory.resolve(line.substring(LINK.length())))
                .filter(place -> place.getParent() != null && place.getParent().endsWith("worktrees"))
                .filter(Files::isDirectory);
    }

    /** A directory with all that is in it, if it is there. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }
}
