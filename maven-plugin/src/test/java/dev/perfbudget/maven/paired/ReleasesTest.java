package dev.perfbudget.maven.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Versions come in Maven's order, as the repositories say them. */
final class ReleasesTest {

    private final Releases releases = new Releases(
            (key, range) -> List.of("1.2", "1.9", "1.10", "2.0-rc-1", "2.0", "2.1-SNAPSHOT"), "com.acme:json");

    @Test
    void the_last_one_is_no_snapshot() throws Exception {
        assertThat(releases.lastBefore("2.1", "*")).isEqualTo("2.0");
    }

    @Test
    void a_pattern_narrows_them() throws Exception {
        assertThat(releases.lastBefore("2.1", "1.*")).isEqualTo("1.10");
        assertThat(releases.lastBefore("2.1", "*rc*")).isEqualTo("2.0-rc-1");
        assertThat(releases.lastBefore("2.1", "1.9")).isEqualTo("1.9");
    }

    @Test
    void where_none_matches_those_that_there_are_are_told() {
        assertThatThrownBy(() -> releases.lastBefore("2.1", "3.*"))
                .hasMessageContaining("no release of [com.acme:json] before [2.1] that matches [3.*]")
                .hasMessageContaining("[1.2, 1.9, 1.10, 2.0-rc-1, 2.0]");
    }

    @Test
    void of_many_versions_the_last_ones_are_told() {
        var many = IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).toList();

        assertThat(Releases.shown(many)).isEqualTo("[9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] and 8 older ones");
    }
}
