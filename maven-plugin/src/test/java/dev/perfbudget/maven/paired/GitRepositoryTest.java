package dev.perfbudget.maven.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfbudget.maven.LittleGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real git, asked about a real repository. */
final class GitRepositoryTest {

    @TempDir
    private Path directory;

    private LittleGit git = new LittleGit(Path.of(""));
    private String first = "";

    @BeforeEach
    void two_commits() throws IOException {
        git = LittleGit.init(Files.createDirectory(directory.resolve("origin")));
        Files.createDirectories(git.directory().resolve("shop"));
        Files.writeString(git.directory().resolve("shop/pom.xml"), "one");
        first = git.commit("one");
        Files.writeString(git.directory().resolve("shop/pom.xml"), "two");
        git.commit("two");
    }

    @Test
    void a_commit_has_many_names() throws Exception {
        var repository = GitRepository.of(git.directory().resolve("shop"));

        assertThat(repository.commit("HEAD~1")).isEqualTo(first);
        assertThat(repository.commit(first.substring(0, 8))).isEqualTo(first);
        assertThat(repository.textAt(first, "shop/pom.xml")).isEqualTo("one");
        assertThat(repository.textAt(first, "gone/pom.xml")).isEmpty();
    }

    @Test
    void files_have_names_below_the_top_whatever_links_lead_to_them() throws Exception {
        var repository = GitRepository.of(git.directory());
        var link = Files.createSymbolicLink(directory.resolve("link"), git.directory());

        assertThat(repository.nameOf(link.resolve("shop/pom.xml"))).contains("shop/pom.xml");
        assertThat(repository.nameOf(directory)).isEmpty();
        assertThat(repository.nameOf(directory.resolve("gone"))).isEmpty();
    }

    @Test
    void an_unknown_commit_is_told_with_branches() throws Exception {
        var repository = GitRepository.of(git.directory());

        assertThatThrownBy(() -> repository.commit("mian"))
                .hasMessageContaining("git knows no commit [mian]")
                .hasMessageContaining("[main]")
                .hasMessageNotContaining("shallow");
    }

    @Test
    void a_shallow_clone_says_how_to_deepen_it() throws Exception {
        git.run(
                "clone",
                "--quiet",
                "--depth=1",
                git.directory().toUri().toString(),
                directory.resolve("clone").toString());
        var clone = GitRepository.of(directory.resolve("clone"));

        assertThatThrownBy(() -> clone.commit("HEAD~1")).hasMessageContaining("git fetch --unshallow");
    }

    @Test
    void a_directory_without_a_repository_is_refused() throws Exception {
        var elsewhere = Files.createDirectory(directory.resolve("elsewhere"));

        assertThatThrownBy(() -> GitRepository.of(elsewhere))
                .hasMessageContaining("[" + elsewhere + "] is not in a work tree that git can read")
                .hasMessageContaining("not a git repository");
    }

    @Test
    void a_machine_without_git_is_told_what_to_do_instead() {
        assertThatThrownBy(() -> new GitCommand(directory.resolve("gone")).run("version"))
                .hasMessageContaining("git cannot be run in [" + directory.resolve("gone") + "]")
                .hasMessageContaining("Install git");
    }
}
