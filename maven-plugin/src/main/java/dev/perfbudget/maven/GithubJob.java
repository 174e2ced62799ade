package dev.perfbudget.maven;

import dev.perfbudget.model.Run;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.report.github.Annotations;
import dev.perfbudget.report.github.StepSummary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * What a job of GitHub Actions is told, if this build is one: a summary for its page, and annotations. Trouble with them
 * never hides a verdict.
 *
 * @param environment variables
 * @param output lines of which GitHub reads, so without Maven's prefixes
 */
record GithubJob(Map<String, String> environment, PrintStream output, Log log) {

    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    GithubJob {
        environment = Map.copyOf(environment);
    }

    /** Tells the verdict on a module. */
    void tell(Judgement judgement, MavenProject project) {
        variable(SUMMARY).ifPresent(file -> append(file, judgement));
        if (isActions()) {
            annotations(judgement.suite(), judgement.module().runs(), project).forEach(output::println);
            output.flush();
        }
    }

    /** Tells what kept the module from being judged. */
    void tell(String problem) {
        if (isActions()) {
            output.println(Annotations.ofProblem(problem));
            output.flush();
        }
    }

    private boolean isActions() {
        return variable("GITHUB_ACTIONS").filter("true"::equals).isPresent();
    }

    private void append(String file, Judgement judgement) {
        try {
            if (!StepSummary.append(Path.of(file), judgement.suite(), judgement.next())) {
                log.warn("There is no room left for summary.md in the page of this step ($" + SUMMARY + " [" + file
                        + "]): GitHub takes 1 MiB of a step. Build modules in steps of their own, or look into"
                        + " summary.md.");
            }
        } catch (IOException | IllegalArgumentException unwritable) {
            log.warn("Cannot append summary.md to $" + SUMMARY + " [" + file + "]: " + unwritable
                    + ". The file summary.md itself has all of it.");
        }
    }

    private List<String> annotations(SuiteVerdict suite, List<Run> runs, MavenProject project) {
        var annotations = new Annotations(suite);
        var annotated = annotations.benchmarks();
        var places = places(project)
                .of(runs.stream()
                        .flatMap(run -> run.benchmarks().stream())
                        .filter(benchmark -> annotated.contains(benchmark.id()))
                        .toList());
        return annotations.lines(benchmark -> Optional.ofNullable(places.get(benchmark.id())));
    }

    private SourcePlaces places(MavenProject project) {
        var build = project.getBuild();
        return new SourcePlaces(
                paths(Stream.of(build.getTestOutputDirectory(), build.getOutputDirectory())),
                paths(Stream.concat(
                        project.getTestCompileSourceRoots().stream(), project.getCompileSourceRoots().stream())),
                variable("GITHUB_WORKSPACE").map(Path::of).orElseGet(() -> project.getBasedir()
                        .toPath()));
    }

    private static List<Path> paths(Stream<String> names) {
        return names.map(Path::of).toList();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
