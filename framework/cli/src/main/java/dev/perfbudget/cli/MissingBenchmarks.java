package dev.perfbudget.cli;

import dev.perfbudget.model.InvalidReason;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the baseline has and the candidate has not: told beside the verdict, with the files and the cure. */
final class MissingBenchmarks {

    private static final int MOST_TOLD = 20;

    private MissingBenchmarks() {}

    /** One line for each of them, or nothing if none is missing. */
    static Optional<String> message(SuiteVerdict verdict, FileOptions.Sides sides) {
        var missing = verdict.comparison().stream()
                .flatMap(comparison -> comparison.verdicts().stream())
                .filter(MissingBenchmarks::isMissing)
                .map(sample -> sample.id().toString())
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        var problems = new ArrayList<String>();
        missing.stream()
                .limit(MOST_TOLD)
                .map(name ->
                        names(sides.candidate()) + " lacks [" + name + "], which " + names(sides.baseline()) + " has.")
                .forEach(problems::add);
        if (missing.size() > MOST_TOLD) {
            problems.add("And " + (missing.size() - MOST_TOLD) + " more are missing.");
        }
        problems.add("What is missing counts as failed: measure it again, or take it out of the baseline if it is gone"
                + " for good.");
        return Optional.of(String.valueOf(new BadInputException(problems).getMessage()));
    }

    private static boolean isMissing(SampleVerdict sample) {
        return sample.verdict() instanceof Verdict.Invalid invalid && invalid.reason() instanceof InvalidReason.Missing;
    }

    private static String names(List<Path> files) {
        return files.toString();
    }
}
