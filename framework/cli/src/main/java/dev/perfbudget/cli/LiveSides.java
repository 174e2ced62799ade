package dev.perfbudget.cli;

import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.runner.workload.ClassFiles;
import dev.perfbudget.runner.workload.WorkloadFingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The benchmarks of both sides of a comparison that is measured now. */
record LiveSides(Inventory baseline, Inventory candidate) {

    /** Throws with all that speaks against comparing them. */
    void check(List<Pattern> patterns) throws BadInputException {
        var problems = new ArrayList<String>();
        baseline.check(patterns, problems);
        candidate.check(patterns, problems);
        if (problems.isEmpty() && missing().size() == baseline.chosen().size()) {
            problems.addAll(missing());
            candidate.chosenOnlyHere(baseline).forEach(name -> problems.add("Only the candidate has [" + name + "]."));
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
    }

    /** What is asked for and only the baseline has, a line each. */
    List<String> missing() {
        return baseline.chosenOnlyHere(candidate).stream()
                .map(name ->
                        "The candidate lacks [" + name + "], which the baseline has. What is missing counts as failed.")
                .toList();
    }

    /** Which of the benchmarks are not the same code on both sides, a line each: they may measure another thing. */
    List<String> differentWorkloads(ClassPath baseline, ClassPath candidate) throws IOException {
        try (var former = files(baseline);
                var present = files(candidate)) {
            var before = new WorkloadFingerprint(former);
            var after = new WorkloadFingerprint(present);
            return this.candidate.chosen().stream()
                    .filter(benchmark ->
                            !before.of(benchmark.workloadClasses()).equals(after.of(benchmark.workloadClasses())))
                    .map(PlannedBenchmark::className)
                    .distinct()
                    .map(name -> "the code of the benchmarks in " + name + ", so they may measure another thing")
                    .toList();
        }
    }

    private static ClassFiles files(ClassPath classPath) {
        return new ClassFiles(classPath.elements().stream().map(Path::toString).toList());
    }
}
