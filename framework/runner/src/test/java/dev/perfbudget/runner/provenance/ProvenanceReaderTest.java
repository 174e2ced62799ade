package dev.perfbudget.runner.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Provenance;
import dev.perfbudget.runner.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProvenanceReaderTest {

    @TempDir
    private Path directory;

    @Test
    void a_clean_checkout_has_commit_and_branch() throws IOException {
        commit();

        var provenance = read(Map.of());

        assertThat(provenance.commit().orElseThrow()).matches("[0-9a-f]{40}");
        assertThat(provenance.branch()).contains("topic");
        assertThat(provenance.dirty()).isFalse();
        assertThat(provenance.ciSystem()).isEmpty();
    }

    @Test
    void a_changed_file_makes_it_dirty_and_an_untracked_one_does_not() throws IOException {
        commit();
        Files.writeString(directory.resolve("untracked"), "new");
        assertThat(read(Map.of()).dirty()).isFalse();

        Files.writeString(directory.resolve("file"), "changed");
        assertThat(read(Map.of()).dirty()).isTrue();
    }

    @Test
    void a_baseline_that_was_accepted_just_now_does_not_make_it_dirty() throws IOException {
        var module = Files.createDirectories(directory.resolve("some/module/perfbudget"));
        Files.writeString(module.resolve("baseline.json"), "first session");
        Files.writeString(module.resolve("budgets.properties"), "# none");
        commit();
        Files.writeString(module.resolve("baseline.json"), "and a second one");
        assertThat(new ProvenanceReader(module, Map.of()).read().dirty()).isFalse();

        Files.writeString(module.resolve("budgets.properties"), "# still none");
        assertThat(new ProvenanceReader(module, Map.of()).read().dirty()).isTrue();
    }

    @Test
    void where_git_cannot_tell_whether_a_file_was_changed_it_counts_as_dirty_and_of_no_commit() throws IOException {
        commit();
        Files.writeString(directory.resolve(".git/index"), "no index");

        var provenance = read(Map.of());

        assertThat(provenance.dirty()).isTrue();
        assertThat(provenance.commit()).isEmpty();
        assertThat(provenance.branch()).contains("topic");
    }

    @Test
    void where_git_fails_altogether_in_or_below_a_checkout_it_counts_as_dirty() throws IOException {
        Files.writeString(directory.resolve(".git"), "gitdir: nowhere");
        var module = Files.createDirectories(directory.resolve("some/module"));

        assertThat(read(Map.of()).dirty()).isTrue();
        assertThat(new ProvenanceReader(module, Map.of()).read().dirty()).isTrue();
    }

    @Test
    void a_checkout_without_any_commit_is_dirty() {
        git("init", "--quiet");

        assertThat(read(Map.of()).dirty()).isTrue();
    }

    @Test
    void a_module_below_the_checkout_has_the_same_provenance() throws IOException {
        commit();
        var module = Files.createDirectories(directory.resolve("some/module"));

        assertThat(new ProvenanceReader(module, Map.of()).read().branch()).contains("topic");
    }

    @Test
    void where_ci_checks_a_commit_out_the_branch_is_what_ci_says() throws IOException {
        commit();
        git("checkout", "--quiet", "--detach");

        var provenance = read(Map.of("GITHUB_ACTIONS", "true", "GITHUB_HEAD_REF", "feature"));

        assertThat(provenance.branch()).contains("feature");
    }

    @Test
    void outside_git_and_ci_everything_is_absent() {
        assertThat(read(Map.of()))
                .isEqualTo(
                        new Provenance(Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("ciSystems")
    void a_ci_system_is_told_by_its_variables_with_the_url_of_the_build(
            String title, String url, Map<String, String> variables) {
        var provenance = read(variables);

        assertThat(provenance.ciSystem()).contains(title);
        assertThat(provenance.buildUrl()).isEqualTo(url.isEmpty() ? Optional.empty() : Optional.of(url));
    }

    static List<Object[]> ciSystems() {
        return List.of(
                new Object[] {
                    "GitHub Actions",
                    "https://github.com/acme/shop/actions/runs/7",
                    Map.of(
                            "GITHUB_ACTIONS", "true",
                            "GITHUB_SERVER_URL", "https://github.com",
                            "GITHUB_REPOSITORY", "acme/shop",
                            "GITHUB_RUN_ID", "7")
                },
                new Object[] {"GitHub Actions", "", Map.of("GITHUB_ACTIONS", "true")},
                new Object[] {
                    "GitLab CI", "https://ci/job/7", Map.of("GITLAB_CI", "true", "CI_JOB_URL", "https://ci/job/7")
                },
                new Object[] {
                    "Jenkins", "https://ci/7/", Map.of("JENKINS_URL", "https://ci/", "BUILD_URL", "https://ci/7/")
                },
                new Object[] {
                    "Azure Pipelines",
                    "https://dev.azure.com/acme/shop/_build/results?buildId=7",
                    Map.of(
                            "TF_BUILD", "True",
                            "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI", "https://dev.azure.com/acme/",
                            "SYSTEM_TEAMPROJECT", "shop",
                            "BUILD_BUILDID", "7")
                },
                new Object[] {"CircleCI", "https://ci/7", Map.of("CIRCLECI", "true", "CIRCLE_BUILD_URL", "https://ci/7")
                },
                new Object[] {
                    "Travis CI", "https://ci/7", Map.of("TRAVIS", "true", "TRAVIS_JOB_WEB_URL", "https://ci/7")
                },
                new Object[] {
                    "Buildkite", "https://ci/7", Map.of("BUILDKITE", "true", "BUILDKITE_BUILD_URL", "https://ci/7")
                },
                new Object[] {"TeamCity", "", Map.of("TEAMCITY_VERSION", "2026.1")},
                new Object[] {
                    "Bitbucket Pipelines",
                    "https://bitbucket.org/acme/shop/pipelines/results/7",
                    Map.of(
                            "BITBUCKET_BUILD_NUMBER", "7",
                            "BITBUCKET_GIT_HTTP_ORIGIN", "https://bitbucket.org/acme/shop")
                },
                new Object[] {"Drone", "https://ci/7", Map.of("DRONE", "true", "DRONE_BUILD_LINK", "https://ci/7")},
                new Object[] {
                    "AppVeyor",
                    "https://ci.appveyor.com/project/acme/shop/builds/7",
                    Map.of(
                            "APPVEYOR", "True",
                            "APPVEYOR_URL", "https://ci.appveyor.com",
                            "APPVEYOR_ACCOUNT_NAME", "acme",
                            "APPVEYOR_PROJECT_SLUG", "shop",
                            "APPVEYOR_BUILD_ID", "7")
                });
    }

    private Provenance read(Map<String, String> environment) {
        return new ProvenanceReader(directory, environment).read();
    }

    private void commit() throws IOException {
        git("init", "--quiet", "--initial-branch=topic");
        Files.writeString(directory.resolve("file"), "content");
        git("add", "--all");
        git("-c", "user.name=A", "-c", "user.email=a@acme.com", "commit", "--quiet", "--message=first");
    }

    private void git(String... arguments) {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var answer = new Tool(command, directory, Duration.ofSeconds(30)).ask().orElseThrow();
        assertThat(answer.exitStatus()).as(answer.errors()).isZero();
    }
}
