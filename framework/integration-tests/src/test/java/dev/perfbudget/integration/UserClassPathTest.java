package dev.perfbudget.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a user's test class path resolves to: Maven's own answer for a module that depends on perfbudget-junit. */
class UserClassPathTest {

    private static final Pattern ARTIFACT = Pattern.compile("([\\w.-]+:[\\w.-]+):jar:");

    @Test
    void has_annotations_engine_agent_and_jmh_and_nothing_else() throws IOException {
        var resolved = Files.readString(Path.of("target", "user-class-path.txt"));

        assertThat(ARTIFACT.matcher(resolved).results().map(MatchResult::group))
                .containsExactlyInAnyOrder(
                        "dev.perfbudget:perfbudget-junit:jar:",
                        "dev.perfbudget:perfbudget-api:jar:",
                        "dev.perfbudget:perfbudget-agent:jar:",
                        "org.openjdk.jmh:jmh-core:jar:",
                        // JMH's own.
                        "net.sf.jopt-simple:jopt-simple:jar:",
                        "org.apache.commons:commons-math3:jar:");
    }
}
