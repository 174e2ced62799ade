package dev.perfbudget.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.report.NextCommands;
import dev.perfbudget.report.chart.ResourceLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job of GitHub Actions is told, and nobody else. */
class GithubJobTest {

    private static final Judgement NOTHING = new Judgement(
            new SuiteVerdict(Outcome.INVALID, Policy.WARN, List.of(), List.of("The queue was held.")),
            new JudgedModule(List.of(), List.of(), List.of(), Map.of(), new ResourceLines()),
            List.of(),
            Path.of("index.html"),
            NextCommands.OF_MAVEN);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<CharSequence> warnings = new ArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void a_job_is_told_in_its_log_and_on_its_page() throws IOException {
        var page = directory.resolve("page.md");

        job(Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", page.toString()))
                .tell(NOTHING, project());

        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("::error title=PerfBudget::INVALID: ");
        assertThat(Files.readString(page)).startsWith("**INVALID: ").contains("- The queue was held.");
    }

    @Test
    void elsewhere_nothing_is_printed_and_nothing_is_written() {
        job(Map.of()).tell(NOTHING, project());
        job(Map.of("GITHUB_ACTIONS", "", "GITHUB_STEP_SUMMARY", "")).tell(NOTHING, project());
        job(Map.of("GITHUB_ACTIONS", "false")).tell("Nothing was measured.");

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_module_without_a_verdict_is_an_error_too() {
        job(Map.of("GITHUB_ACTIONS", "true")).tell("Nothing was measured.\nRun the goal [measure].");

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("::error title=PerfBudget::Nothing was measured.%0ARun the goal [measure].");
    }

    @Test
    void a_page_that_cannot_be_written_is_a_warning() {
        job(Map.of("GITHUB_STEP_SUMMARY", directory.resolve("none/page.md").toString()))
                .tell(NOTHING, project());

        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("Cannot append summary.md to $GITHUB_STEP_SUMMARY [");
    }

    @Test
    void a_page_that_is_full_is_a_warning() throws IOException {
        var page = Files.writeString(directory.resolve("page.md"), "x".repeat(1024 * 1024));

        job(Map.of("GITHUB_STEP_SUMMARY", page.toString())).tell(NOTHING, project());

        assertThat(warnings).singleElement().asString().startsWith("There is no room left for summary.md");
    }

    private GithubJob job(Map<String, String> environment) {
        var log = new SystemStreamLog() {
            @Override
            public void warn(CharSequence content) {
                warnings.add(content);
            }
        };
        return new GithubJob(environment, new PrintStream(printed, true, StandardCharsets.UTF_8), log);
    }

    private MavenProject project() {
        var project = Builds.module("shop");
        var build = new Build();
        build.setOutputDirectory(directory.resolve("classes").toString());
        build.setTestOutputDirectory(directory.resolve("test-classes").toString());
        project.setBuild(build);
        project.setFile(directory.resolve("pom.xml").toFile());
        return project;
    }
}
