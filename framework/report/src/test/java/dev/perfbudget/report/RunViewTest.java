package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Provenance;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunViewTest {

    @Test
    void a_commit_is_shortened_and_changes_are_told() {
        assertThat(RunView.commit(provenance(Optional.of("1a2b3c4d5e6f7a8b9c0d"), true)))
                .containsExactly(Fact.of("Commit", "1a2b3c4d5e6f with uncommitted changes"));
    }

    @Test
    void where_git_could_not_say_that_is_told_and_outside_git_nothing() {
        assertThat(RunView.commit(provenance(Optional.empty(), true)))
                .containsExactly(Fact.of("Commit", "unknown: git could not say"));
        assertThat(RunView.commit(provenance(Optional.empty(), false))).isEmpty();
    }

    private static Provenance provenance(Optional<String> commit, boolean dirty) {
        return new Provenance(commit, Optional.empty(), dirty, Optional.empty(), Optional.empty());
    }
}
