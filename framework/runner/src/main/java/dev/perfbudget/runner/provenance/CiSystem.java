package dev.perfbudget.runner.provenance;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The CI systems that can be told by the environment variables that they set, and where each names its build. */
enum CiSystem {
    GITHUB_ACTIONS("GitHub Actions", "GITHUB_ACTIONS") {
        @Override
        Optional<String> buildUrl(UnaryOperator<String> variable) {
            return joined(
                    variable.apply("GITHUB_SERVER_URL"),
                    "/",
                    variable.apply("GITHUB_REPOSITORY"),
                    "/actions/runs/",
                    variable.apply("GITHUB_RUN_ID"));
        }

        @Override
        Optional<String> branch(UnaryOperator<String> variable) {
            return first(variable.apply("GITHUB_HEAD_REF"), variable.apply("GITHUB_REF_NAME"));
        }
    },
    GITLAB_CI("GitLab CI", "GITLAB_CI") {
        @Override
        Optional<String> buildUrl(UnaryOperator<String> variable) {
            return first(variable.apply("CI_JOB_URL"), variable.apply("CI_PIPELINE_URL"));
        }

        @Override
        Optional<String> branch(UnaryOperator<String> variable) {
            return first(variable.apply("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"), variable.apply("CI_COMMIT_REF_NAME"));
        }
    },
    JENKINS("Jenkins", "JENKINS_URL") {
        @Override
        Optional<String> buildUrl(UnaryOperator<String> variable) {
            return first(variable.apply("BUILD_URL"));
        }

        @Override
        Optional<String> branch(UnaryOperator<String> variable) {
            return first(variable.apply("CHANGE_BRANCH"), variable.apply("BRANCH_NAME"), variable.apply("GIT_BRANCH"));
        }
    },
    AZURE_PIPELINES("Azure Pipelines", "TF_BUILD") {
        @Override
        Optional<String> buildUrl(UnaryOperator<String> variable) {
            return joined(
                    variable.apply("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI"),
                    variable.apply("SYSTEM_TEAMPROJECT"),
                    "/_build/results?buildId=",
                    variable.apply("BUILD_BUILDID"));
        }

        @Override
        Optional<String> branch(UnaryOperator<String> variable) {
            return first(variable.apply("SYSTEM_PULLREQUEST_SOURCEBRANCH"), variable.apply("BUILD_SOURCEBRANCHNAME"));
        }
    },
    CIRCLE_CI("CircleCI", "CIRCLECI") {
        @Override
        Optional<String> buildUrl(UnaryOperator<String> variable) {
            return first(variable.apply("CIRCLE_BUILD_URL"));
        }

        @Override
        Optional<String> branch(UnaryOperator<String> variable) {
            return first(variable.apply("CIRCLE_BRANCH"));
        }
    },
    TRAVIS("Travis CI", "TRAVIS") {
        @Override
        Optional<String> buildUrl(UnaryOperator<String> variable) {
            return first(variable.apply("TRAVIS_JOB_WEB_URL"), variable.apply("TRAVIS_BUILD_WEB_URL"));
        }

        @Override
        Optional<String> branch(UnaryOperator<String> variable) {
            return first(variable.apply("TRAVIS_PULL_REQUEST_BRANCH"), variable.apply("TRAVIS_BRANCH"));
        }
    },
    BUILDKITE("Buildkite", "BUILDKITE") {
        @Override
        Optional<String> buildUrl(UnaryOperator<String> variable) {
            return first(variable.apply("BUILDKITE_BUILD_URL"));
        }

        @Override
        Optional<String> branch(UnaryOperator<String> variable) {
            return first(variable.apply("BUILDKITE_BRANCH"));
        }
    },
    TEAM_CITY("TeamCity", "TEAMCITY_VERSION") {
        @Override
        Optional<String> buildUrl(UnaryOperator<String> variable) {
            return first(variable.apply("BUILD_URL"));
        }

        @Override
        Optional<String> branch(UnaryOperator<String> variable) {
            return Optional.empty();
        }
    },
    BITBUCKET("Bitbucket Pipelines", "BITBUCKET_BUILD_NUMBER") {
        @Override
        Optional<String> buildUrl(UnaryOperator<String> variable) {
            return joined(
                    variable.apply("BITBUCKET_GIT_HTTP_ORIGIN"),
                    "/pipelines/results/",
                    variable.apply("BITBUCKET_BUILD_NUMBER"));
        }

        @Override
        Optional<String> branch(UnaryOperator<String> variable) {
            return first(variable.apply("BITBUCKET_BRANCH"));
        }
    },
    DRONE("Drone", "DRONE") {
        @Override
        Optional<String> buildUrl(UnaryOperator<String> variable) {
            return first(variable.apply("DRONE_BUILD_LINK"));
        }

        @Override
        Optional<String> branch(UnaryOperator<String> variable) {
            return first(variable.apply("DRONE_SOURCE_BRANCH"), variable.apply("DRONE_BRANCH"));
        }
    },
    APP_VEYOR("AppVeyor", "APPVEYOR") {
        @Override
        Optional<String> buildUrl(UnaryOperator<String> variable) {
            return joined(
                    variable.apply("APPVEYOR_URL"),
                    "/project/",
                    variable.apply("APPVEYOR_ACCOUNT_NAME"),
                    "/",
                    variable.apply("APPVEYOR_PROJECT_SLUG"),
                    "/builds/",
                    variable.apply("APPVEYOR_BUILD_ID"));
        }

        @Override
        Optional<String> branch(UnaryOperator<String> variable) {
            return first(
                    variable.apply("APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH"), variable.apply("APPVEYOR_REPO_BRANCH"));
        }
    };

    private final String title;
    private final String mark;

    CiSystem(String title, String mark) {
        this.title = title;
        this.mark = mark;
    }

    /** As people call it. */
    String title() {
        return title;
    }

    /** @param variable the value of an environment variable, empty if it is not set */
    abstract Optional<String> buildUrl(UnaryOperator<String> variable);

    abstract Optional<String> branch(UnaryOperator<String> variable);

    /** The system whose variables these are. */
    static Optional<CiSystem> of(Map<String, String> environment) {
        return Stream.of(values())
                .filter(system -> environment.containsKey(system.mark))
                .findFirst();
    }

    private static Optional<String> first(String... candidates) {
        return Stream.of(candidates).filter(text -> !text.isEmpty()).findFirst();
    }

    /** All parts, or nothing. */
    private static Optional<String> joined(String... parts) {
        return Stream.of(parts).anyMatch(String::isEmpty) ? Optional.empty() : Optional.of(String.join("", parts));
    }
}
