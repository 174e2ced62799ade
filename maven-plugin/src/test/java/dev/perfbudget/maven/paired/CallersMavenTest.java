package dev.perfbudget.maven.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another build is told of what the caller has said to this one. */
final class CallersMavenTest {

    @TempDir
    private Path home;

    @Test
    void properties_go_along_but_none_of_ours() {
        var session = new FakeMaven(home)
                .session(Map.of(
                        "skipTests", "true",
                        "maven.multiModuleProjectDirectory", "/elsewhere",
                        "session.topDirectory", "/elsewhere",
                        "perfbudget.baseline", "git:main",
                        "revision", "1 2"));

        assertThat(new CallersMaven(session).options())
                .startsWith("-B", "-ntp", "-nsu")
                .contains("-DskipTests=true", "-Drevision=1 2")
                .noneMatch(option -> option.contains("perfbudget") || option.contains("elsewhere"));
    }

    @Test
    void files_profiles_and_switches_go_along() throws Exception {
        var session = new FakeMaven(home).session(Map.of());
        var settings = Files.writeString(home.resolve("settings.xml"), "<settings/>");
        session.getRequest().setUserSettingsFile(settings.toFile());
        session.getRequest().setGlobalSettingsFile(home.resolve("gone.xml").toFile());
        session.getRequest().setUserToolchainsFile(settings.toFile());
        session.getRequest().setOffline(true);
        session.getRequest().setActiveProfiles(List.of("fast", "ci", "ci"));
        session.getRequest().setInactiveProfiles(List.of("slow"));

        assertThat(new CallersMaven(session).options())
                .containsSequence("-s", settings.toString())
                .containsSequence("-t", settings.toString())
                .containsSequence("-P", "fast,ci,!slow")
                .contains("-o")
                .doesNotContain("-gs", "-gt");
    }

    @Test
    void to_maven_4_profiles_that_another_commit_may_lack_are_optional() {
        var session = new FakeMaven(home).session(Map.of());
        session.getSystemProperties().setProperty("maven.version", "4.0.0-rc-6");
        session.getRequest().setActiveProfiles(List.of("fast"));
        session.getRequest().setInactiveProfiles(List.of("slow"));

        assertThat(new CallersMaven(session).options()).containsSequence("-P", "?fast,!?slow");
    }

    @Test
    void what_may_change_a_build_changes_its_fingerprint() throws Exception {
        var session = new FakeMaven(home).session(Map.of());
        var settings = Files.writeString(home.resolve("settings.xml"), "<settings/>");
        session.getRequest().setUserSettingsFile(settings.toFile());
        var before = new CallersMaven(session).fingerprint();

        assertThat(new CallersMaven(session).fingerprint()).isEqualTo(before);
        Files.writeString(settings, "<settings><!-- another mirror --></settings>");
        assertThat(new CallersMaven(session).fingerprint()).isNotEqualTo(before);
    }

    @Test
    void a_debugger_does_not_go_along() {
        assertThat(CallersMaven.withoutDebugger("-Xmx1g -agentlib:jdwp=transport=dt_socket,address=8000 -Dx=y"))
                .isEqualTo("-Xmx1g -Dx=y");
    }

    @Test
    void a_maven_without_a_command_is_refused() {
        var maven = new CallersMaven(new FakeMaven(home).session(Map.of()));

        assertThatThrownBy(() -> maven.start(home, List.of(), home.resolve("log")))
                .hasMessageContaining("has no command [" + home.resolve("bin/mvn") + "]")
                .hasMessageContaining("gav:, release: or dir:");
    }
}
