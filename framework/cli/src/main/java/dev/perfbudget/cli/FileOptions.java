package dev.perfbudget.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which files are compared. */
final class FileOptions {

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description =
                    "BASELINE and CANDIDATE: run.json, a fork file, baseline.json, a JMH result (-rf json), or CSV.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--baseline",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Baseline files; several are several sessions.")
    private List<Path> baseline = new ArrayList<>();

    @Option(
            names = "--candidate",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Candidate files; several are several sessions.")
    private List<Path> candidate = new ArrayList<>();

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description = "Compares many pairs: each line of this file is BASELINE and CANDIDATE, with a tab or blanks"
                    + " between. Prints one line of JSON for each.")
    private List<Path> pairs = new ArrayList<>();

    /** The file of pairs, if that is what is asked for. */
    Optional<Path> pairs() throws BadInputException {
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        if (pairs.size() > 1 || !files.isEmpty() || !baseline.isEmpty() || !candidate.isEmpty()) {
            throw new BadInputException(List.of("--pairs names all files: give no other file, and --pairs only once."));
        }
        return Optional.of(pairs.get(0));
    }

    /** The two sides. */
    Sides sides() throws BadInputException {
        if (baseline.isEmpty() && candidate.isEmpty() && files.size() == 2) {
            return new Sides(List.of(files.get(0)), List.of(files.get(1)));
        }
        if (files.isEmpty() && !baseline.isEmpty() && !candidate.isEmpty()) {
            return new Sides(baseline, candidate);
        }
        throw new BadInputException(List.of("Two sides are needed, found " + found()
                + ". Write [perfbudget compare BASELINE CANDIDATE], or name several files a side with"
                + " [--baseline A B --candidate C D]."));
    }

    private String found() {
        var named = new ArrayList<String>();
        files.forEach(file -> named.add(file.toString()));
        baseline.forEach(file -> named.add("--baseline " + file));
        candidate.forEach(file -> named.add("--candidate " + file));
        return named.toString();
    }

    /** The files of both sides. */
    record Sides(List<Path> baseline, List<Path> candidate) {

        Sides {
            baseline = List.copyOf(baseline);
            candidate = List.copyOf(candidate);
        }
    }
}
