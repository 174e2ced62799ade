package dev.perfbudget.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/settings.md is written from the settings themselves, so that it names every one there is. */
class SettingReferenceTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "settings.md");

    @Test
    void the_page_is_what_the_settings_say() throws IOException {
        var reference = reference();
        if (Boolean.getBoolean("settings.write")) {
            Files.writeString(PAGE, reference);
        }

        assertThat(PAGE)
                .as("Write it anew: mvn -pl framework/model -am test -Dtest=SettingReferenceTest -Dsettings.write=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .content()
                .isEqualTo(reference);
    }

    private static String reference() {
        return """
                # Settings

                Written from the settings themselves. All have the prefix `perfbudget.`: `-Dperfbudget.forks=8`. Any other name is
                refused, with the one that was probably meant, but for the attributes of a [budget](budgets.md). Which place wins says
                [budgets.md](budgets.md#precedence); the run's file keeps where each value came from.

                ## Of a measurement

                On the command line, as a JUnit configuration parameter, in the Maven plugin's `<settings>` (without prefix) or its
                [parameter](goals.md) of that name, and as an option `-D` of [`perfbudget compare --live`](compare.md#measured-now).

                %s
                ## Of the test JVM

                On the command line or as a JUnit configuration parameter; `mode`, `output` and `runId` also as parameters of the Maven
                plugin.

                %s
                ## Of the Maven plugin

                On Maven's command line, or as the plugin's parameter of that name: [goals.md](goals.md) says of which goals.

                %s"""
                .formatted(
                        table(SettingName.OF_THE_RUNNER),
                        table(SettingName.OF_THE_TEST_JVM),
                        table(SettingName.OF_THE_PLUGIN));
    }

    private static String table(List<SettingName<?>> settings) {
        return settings.stream()
                .map(SettingReferenceTest::row)
                .collect(Collectors.joining("", "| setting | value | default | |\n|---|---|---|---|\n", ""));
    }

    private static String row(SettingName<?> setting) {
        return "| `" + setting.label() + "` | " + setting.mustBe().replaceAll("\\[(.*?)]", "`$1`") + " | "
                + (setting.byDefault().isEmpty() ? "" : "`" + setting.byDefault() + "`") + " | " + setting.what()
                + " |\n";
    }
}
