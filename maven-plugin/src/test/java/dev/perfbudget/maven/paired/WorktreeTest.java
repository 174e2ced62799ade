package dev.perfbudget.maven.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfbudget.maven.LittleGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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
        add();
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

        add();

        assertThat(worktree.directory().resolve("file")).exists();
    }

    @Test
    void submodules_are_checked_out_or_named() throws Exception {
        var library = addSubmodule("library", "lib");
        commit = git.commit("two");
        add();
        assertThat(worktree.directory().resolve("lib/Library.java")).exists();
        worktree.remove();
        Worktree.delete(library.directory());
        add();
        assertThat(worktree.directory().resolve("lib/Library.java"))
                .as("from the clone")
                .exists();
        worktree.remove();
        Worktree.delete(git.directory().resolve(".git/modules"));

        assertThatThrownBy(() -> add())
                .hasMessageContaining("cannot get the submodules of [" + commit + "]")
                .hasMessageContaining("library");
    }

    @Test
    void submodules_that_the_clone_has_left_out_are_not_asked_for_and_its_configuration_stays_as_it_is()
            throws Exception {
        addSubmodule("used", "used");
        addSubmodule("unused", "unused");
        commit = git.commit("two");
        git.run("submodule", "--quiet", "deinit", "unused");
        Worktree.delete(git.directory().resolve(".git/modules/unused"));
        Worktree.delete(directory.resolve("unused"));
        var configuration = git.directory().resolve(".git/config");
        var before = Files.readString(configuration);

        add();

        assertThat(worktree.directory().resolve("used/Library.java")).exists();
        assertThat(worktree.directory().resolve("unused")).isEmptyDirectory();
        assertThat(configuration).hasContent(before);
    }

    @Test
    void of_a_cache_that_is_gone_nothing_stays_in_the_repository() throws Exception {
        git.run("worktree", "add", "--quiet", directory.resolve("somebodys").toString());
        Worktree.delete(directory.resolve("somebodys"));
        add();
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

    @Test
    void if_we_are_ended_while_git_checks_out_git_ends_too_and_leaves_no_trace() throws Exception {
        var pidFile = directory.resolve("pid");
        git.run(
                "config",
                "filter.slow.smudge",
                "echo $PPID > " + pidFile + ".tmp; mv " + pidFile + ".tmp " + pidFile + "; exec sleep 600");
        Files.writeString(git.directory().resolve(".gitattributes"), "file filter=slow");
        git.commit("two");
        var caller = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CheckOutUntilKilled.class.getName(),
                        git.directory().toRealPath().toString(),
                        worktree.directory().toString())
                .inheritIO()
                .start();
        try {
            while (caller.isAlive() && !Files.exists(pidFile)) {
                Thread.sleep(20);
            }
            var checkingOut =
                    ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()));

            caller.destroy();
            caller.waitFor();
            checkingOut.ifPresent(
                    left -> left.onExit().orTimeout(60, TimeUnit.SECONDS).join());

            assertThat(worktree.directory()).doesNotExist();
            assertThat(git.run("worktree", "list").lines()).hasSize(1);
        } finally {
            caller.destroyForcibly();
        }
    }

    private LittleGit addSubmodule(String name, String path) throws IOException {
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
                path);
        return library;
    }

    private void add() throws Exception {
        worktree.add(repository(), commit, EndsWithUs.Start::process);
    }

    private GitRepository repository() throws Exception {
        return GitRepository.of(git.directory());
    }
}
