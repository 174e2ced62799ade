package dev.perfbudget.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.report.NextCommands;
import java.util.Map;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** Commands that people paste to a shell. */
class BuildCommandsTest {

    private final MavenProject shop = Builds.module("shop");
    private final MavenProject till = Builds.module("till");

    @Test
    void of_one_of_several_modules_build_what_it_needs_as_well() {
        assertThat(new BuildCommands(Builds.session(1, Map.of(), shop, till)).of(shop))
                .isEqualTo(new NextCommands("mvn verify -pl :shop -am", "mvn perfbudget:accept -pl :shop"));
    }

    @Test
    void of_the_only_module_name_none() {
        assertThat(new BuildCommands(Builds.session(1, Map.of(), shop)).of(shop))
                .isEqualTo(NextCommands.OF_MAVEN);
    }

    @Test
    void compare_with_the_same_baseline() {
        assertThat(measuredBeside("git:origin/main")).isEqualTo("mvn verify -Dperfbudget.baseline=git:origin/main");
    }

    @Test
    void quote_a_baseline_in_which_a_shell_would_find_more_than_a_word() {
        assertThat(measuredBeside("git:HEAD; rm -rf $HOME"))
                .isEqualTo("mvn verify '-Dperfbudget.baseline=git:HEAD; rm -rf $HOME'");
        assertThat(measuredBeside("dir:/it's here")).isEqualTo("mvn verify '-Dperfbudget.baseline=dir:/it'\\''s here'");
    }

    private String measuredBeside(String baseline) {
        var session = Builds.session(1, Map.of("perfbudget.baseline", baseline), shop);
        return new BuildCommands(session).of(shop).measure();
    }
}
