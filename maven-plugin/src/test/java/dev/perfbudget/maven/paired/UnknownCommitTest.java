package dev.perfbudget.maven.paired;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class UnknownCommitTest {

    @Test
    void names_that_are_like_it_come_first() {
        var message = new UnknownCommit(
                        "v1.4.2", false, List.of("feature/x", "hotfix", "main", "v1.4.1", "v1.5.2", "wip", "zzz"))
                .message();

        assertThat(message)
                .startsWith("perfbudget.baseline: git knows no commit [v1.4.2].")
                .contains("most like it: [v1.4.1, v1.5.2,")
                .doesNotContain("shallow", "git fetch");
    }

    @Test
    void a_branch_of_the_remote_can_be_fetched() {
        assertThat(new UnknownCommit("origin/main", false, List.of("main")).message())
                .contains("[main]", "git fetch origin +refs/heads/main:refs/remotes/origin/main");
    }

    @Test
    void a_shallow_clone_can_be_deepened() {
        assertThat(new UnknownCommit("HEAD~3", true, List.of()).message())
                .contains("There are no branches and no tags.")
                .contains("git fetch --unshallow", "git fetch --deepen=100", "fetch-depth: 0", "GIT_DEPTH: 0");
    }
}
