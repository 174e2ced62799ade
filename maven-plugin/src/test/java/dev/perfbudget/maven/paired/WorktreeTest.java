package dev.perfbudget.maven.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfbudget.maven.LittleGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checked out beside what somebody works on, and gone without a trace. */
final class WorktreeTest {

    @TempDir
    private Path directory;

    private LittleGit git = new LittleGit(Path.of(""));
    private String commit = "";
    private Worktree worktree = new Worktree(Path.of(""));

    @BeforeEach
    void a_repository() throws IOException {
        git = LittleGit.init(Files.createDirectory(directory.resolve("origin")));
        Files.writeString(git.directory().resolve("file"), "committed");
        commit = git.commit("one");
        Files.writeString(git.directory().resolve("file"), "not committed");
        worktree = Worktree.in(Files.createDirectory(directory.resolve("cache")));
    }

    @Test
    void it_has_what_was_committed_and_leaves_no_trace() throws Exception {
        worktree.add(repository(), commit);
        assertThat(worktree.directory().resolve("file")).hasContent("committed");

        worktree.remove();

        assertThat(worktree.directory()).doesNotExist();
        assertThat(git.run("worktree", "list").lines()).hasSize(1);
        assertThat(git.directory().resolve("file")).hasContent("not committed");
    }

    @Test
    void hooks_of_the_repository_are_not_run() throws Exception {
        var hook = git.directory().resolve(".git/hooks/post-checkout");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\nexit 1\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();

        worktree.add(repository(), commit);

        assertThat(worktree.directory().resolve("file")).exists();
    }

    @Test
    void submodules_are_checked_out_or_named() throws Exception {
        var library = LittleGit.init(Files.createDirectory(directory.resolve("library")));
        Files.writeString(library.directory().resolve("Library.java"), "any");
        library.commit("one");
        git.run(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "--quiet",
                "add",
                library.directory().toString(),
                "lib");
        commit = git.commit("two");
        worktree.add(repository(), commit);
        assertThat(worktree.directory().resolve("lib/Library.java")).exists();
        worktree.remove();
        Worktree.delete(library.directory());
        worktree.add(repository(), commit);
        assertThat(worktree.directory().resolve("lib/Library.java"))
                .as("from the clone")
                .exists();
        worktree.remove();
        Worktree.delete(git.directory().resolve(".git/modules"));

        assertThatThrownBy(() -> worktree.add(repository(), commit))
                .hasMessageContaining("cannot get the submodules of [" + commit + "]")
                .hasMessageContaining("library");
    }

    @Test
    void submodules_that_the_clone_has_left_out_are_not_asked_for_and_its_configuration_stays_as_it_is()
            throws Exception {
        for (var name : List.of("used", "unused")) {
            var library = LittleGit.init(Files.createDirectory(directory.resolve(name)));
            Files.writeString(library.directory().resolve("Library.java"), "any");
            library.commit("one");
            git.run(
                    "-c",
                    "protocol.file.allow=always",
                    "submodule",
                    "--quiet",
                    "add",
                    library.directory().toString(),
                    name);
        }
        commit = git.commit("two");
        git.run("submodule", "--quiet", "deinit", "unused");
        Worktree.delete(git.directory().resolve(".git/modules/unused"));
        Worktree.delete(directory.resolve("unused"));
        var configuration = git.directory().resolve(".git/config");
        var before = Files.readString(configuration);

        worktree.add(repository(), commit);

        assertThat(worktree.directory().resolve("used/Library.java")).exists();
        assertThat(worktree.directory().resolve("unused")).isEmptyDirectory();
        assertThat(configuration).hasContent(before);
    }

    @Test
    void of_a_cache_that_is_gone_nothing_stays_in_the_repository() throws Exception {
        git.run("worktree", "add", "--quiet", directory.resolve("somebodys").toString());
        Worktree.delete(directory.resolve("somebodys"));
        worktree.add(repository(), commit);
        Worktree.delete(directory.resolve("cache"));

        Worktree.removeDangling(repository());

        assertThat(git.run("worktree", "list"))
                .doesNotContain("perfbudget-baseline")
                .as("others are not ours to remove")
                .contains("somebodys");
    }

    @Test
    void what_is_not_there_can_be_removed() throws Exception {
        worktree.remove();

        assertThat(worktree.directory()).doesNotExist();
    }

    private GitRepository repository() throws Exception {
        return GitRepository.of(git.directory());
    }
}
