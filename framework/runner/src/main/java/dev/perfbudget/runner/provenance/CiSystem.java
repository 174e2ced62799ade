package dev.perfbudget.runner.provenance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CI system that can be told by the environment variables that it sets.
 *
 * @param title as people call it
 * @param mark variable that no other system sets
 * @param buildUrls templates over variables; the first whose variables are all set counts
 * @param branches likewise
 */
record CiSystem(String title, String mark, List<String> buildUrls, List<String> branches) {

    private static final List<CiSystem> KNOWN = List.of(
            new CiSystem(
                    "GitHub Actions",
                    "GITHUB_ACTIONS",
                    List.of("${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}"),
                    List.of("${GITHUB_HEAD_REF}", "${GITHUB_REF_NAME}")),
            new CiSystem(
                    "GitLab CI",
                    "GITLAB_CI",
                    List.of("${CI_JOB_URL}", "${CI_PIPELINE_URL}"),
                    List.of("${CI_MERGE_REQUEST_SOURCE_BRANCH_NAME}", "${CI_COMMIT_REF_NAME}")),
            new CiSystem(
                    "Jenkins",
                    "JENKINS_URL",
                    List.of("${BUILD_URL}"),
                    List.of("${CHANGE_BRANCH}", "${BRANCH_NAME}", "${GIT_BRANCH}")),
            new CiSystem(
                    "Azure Pipelines",
                    "TF_BUILD",
                    List.of(
                            "${SYSTEM_TEAMFOUNDATIONCOLLECTIONURI}${SYSTEM_TEAMPROJECT}/_build/results?buildId=${BUILD_BUILDID}"),
                    List.of("${SYSTEM_PULLREQUEST_SOURCEBRANCH}", "${BUILD_SOURCEBRANCHNAME}")),
            new CiSystem("CircleCI", "CIRCLECI", List.of("${CIRCLE_BUILD_URL}"), List.of("${CIRCLE_BRANCH}")),
            new CiSystem(
                    "Travis CI",
                    "TRAVIS",
                    List.of("${TRAVIS_JOB_WEB_URL}", "${TRAVIS_BUILD_WEB_URL}"),
                    List.of("${TRAVIS_PULL_REQUEST_BRANCH}", "${TRAVIS_BRANCH}")),
            new CiSystem("Buildkite", "BUILDKITE", List.of("${BUILDKITE_BUILD_URL}"), List.of("${BUILDKITE_BRANCH}")),
            new CiSystem("TeamCity", "TEAMCITY_VERSION", List.of("${BUILD_URL}"), List.of()),
            new CiSystem(
                    "Bitbucket Pipelines",
                    "BITBUCKET_BUILD_NUMBER",
                    List.of("${BITBUCKET_GIT_HTTP_ORIGIN}/pipelines/results/${BITBUCKET_BUILD_NUMBER}"),
                    List.of("${BITBUCKET_BRANCH}")),
            new CiSystem(
                    "Drone",
                    "DRONE",
                    List.of("${DRONE_BUILD_LINK}"),
                    List.of("${DRONE_SOURCE_BRANCH}", "${DRONE_BRANCH}")),
            new CiSystem(
                    "AppVeyor",
                    "APPVEYOR",
                    List.of(
                            "${APPVEYOR_URL}/project/${APPVEYOR_ACCOUNT_NAME}/${APPVEYOR_PROJECT_SLUG}/builds/${APPVEYOR_BUILD_ID}"),
                    List.of("${APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH}", "${APPVEYOR_REPO_BRANCH}")));

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    CiSystem {
        buildUrls = List.copyOf(buildUrls);
        branches = List.copyOf(branches);
    }

    /** The system whose variables these are. */
    static Optional<CiSystem> of(Map<String, String> environment) {
        return KNOWN.stream()
                .filter(system -> environment.containsKey(system.mark))
                .findFirst();
    }

    Optional<String> buildUrl(Map<String, String> environment) {
        return firstFilled(buildUrls, environment);
    }

    Optional<String> branch(Map<String, String> environment) {
        return firstFilled(branches, environment);
    }

    private static Optional<String> firstFilled(List<String> templates, Map<String, String> environment) {
        return templates.stream()
                .filter(template -> VARIABLE.matcher(template).results().noneMatch(variable -> environment
                        .getOrDefault(variable.group(1), "")
                        .isEmpty()))
                .map(template -> VARIABLE.matcher(template)
                        .replaceAll(
                                variable -> Matcher.quoteReplacement(environment.getOrDefault(variable.group(1), ""))))
                .findFirst();
    }
}
