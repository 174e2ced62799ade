package dev.perfbudget.maven;

import dev.perfbudget.maven.paired.Baseline;
import dev.perfbudget.maven.paired.BaselineArtifact;
import dev.perfbudget.maven.paired.KnownBenchmark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * How the test JVM is told what to measure beside the candidate: by a file.
 *
 * @param selection of the benchmarks that are asked for
 * @param directory where the file is written
 */
record BaselineSetting(BaselineArtifact artifact, Selection selection, Path directory, Log log) {

    /** The setting that a specification such as {@code git:origin/main} comes to. */
    Map<String, String> of(String specification) throws MojoExecutionException {
        var baseline = artifact.resolve(specification).asked(this::isWanted);
        say(baseline);
        try {
            return Map.of("baselineFile", baseline.writeInto(directory).toString());
        } catch (IOException unwritable) {
            throw new MojoExecutionException(
                    "Cannot write what the baseline consists of to [" + directory + "]: " + unwritable
                            + ". The directory must be writable (parameter [output]).",
                    unwritable);
        }
    }

    /** Those that the module had there and has no more, if nothing is left to be measured beside it. */
    List<String> gone(String specification, List<FoundClass> left) throws MojoExecutionException {
        return artifact.benchmarks(specification).stream()
                .filter(this::isWanted)
                .filter(benchmark -> left.stream().noneMatch(type -> type.has(benchmark)))
                .map(KnownBenchmark::name)
                .distinct()
                .toList();
    }

    private boolean isWanted(KnownBenchmark benchmark) {
        return selection.wants(benchmark.type(), benchmark.method());
    }

    private void say(Baseline baseline) {
        log.info("Baseline: " + baseline.name());
        if (baseline.absence().isPresent()) {
            log.warn("  No baseline: " + baseline.absence().get() + ".");
            return;
        }
        baseline.differences().forEach(difference -> log.info("  " + difference));
        baseline.conflicts().forEach(conflict -> log.warn("  " + conflict));
        if (baseline.differences().isEmpty() && !baseline.isSelf()) {
            log.warn("Baseline and candidate have the same classes: whatever difference is measured is chance.");
        }
    }
}
