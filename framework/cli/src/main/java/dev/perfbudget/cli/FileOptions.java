package dev.perfbudget.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which files are compared. */
final class FileOptions {

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            hideParamSyntax = true,
            description =
                    "BASELINE and CANDIDATE: run.json, a fork file, baseline.json, a JMH result (-rf json), or CSV."
                            + " With --live a PATTERN, as JMH takes it: a regular expression that is found in the names of"
                            + " benchmarks.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--baseline",
            arity = "0..*",
            paramLabel = "FILE...",
            hideParamSyntax = true,
            description = "Baseline files; several are several sessions.")
    private List<String> baseline = new ArrayList<>();

    @Option(
            names = "--candidate",
            arity = "0..*",
            paramLabel = "FILE...",
            hideParamSyntax = true,
            description = "Candidate files; several are several sessions.")
    private List<String> candidate = new ArrayList<>();

    @Option(
            names = "--pairs",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "FILE",
            hideParamSyntax = true,
            description = "Compares many pairs: each line of this file is BASELINE and CANDIDATE, with a tab or blanks"
                    + " between. Prints one line of JSON for each.")
    private List<String> pairs = new ArrayList<>();

    /** What is given without an option. */
    List<String> unnamed() {
        return List.copyOf(files);
    }

    /** The file of pairs, if that is what is asked for. */
    Optional<Path> pairs(List<String> problems) {
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        if (!files.isEmpty() || !baseline.isEmpty() || !candidate.isEmpty()) {
            problems.add("--pairs names all files: give no other file beside it, not " + found() + ".");
        }
        return path(new OneValue("--pairs", pairs, "pairs.txt").text(problems), problems);
    }

    /** The two sides; empty if they are not named right. */
    Optional<Sides> sides(List<String> problems) {
        if (baseline.isEmpty() && candidate.isEmpty() && files.size() == 2) {
            return Optional.of(new Sides(paths(files.subList(0, 1), problems), paths(files.subList(1, 2), problems)));
        }
        var isOneNamedByItself = files.size() == 1 && baseline.isEmpty() != candidate.isEmpty();
        if (isOneNamedByItself || (files.isEmpty() && !baseline.isEmpty() && !candidate.isEmpty())) {
            requireDistinct("--baseline", baseline, problems);
            requireDistinct("--candidate", candidate, problems);
            return Optional.of(new Sides(
                    paths(baseline.isEmpty() ? files : baseline, problems),
                    paths(candidate.isEmpty() ? files : candidate, problems)));
        }
        problems.add(
                "Two sides are needed, found " + found() + ". Write [perfbudget compare BASELINE CANDIDATE], or"
                        + " name several files a side with [--baseline A B --candidate C D]; every file behind an option belongs to it.");
        return Optional.empty();
    }

    /** A file is one session, however often it is named. */
    private static void requireDistinct(String option, List<String> names, List<String> problems) {
        var seen = new HashSet<Path>();
        for (var name : names) {
            path(name, new ArrayList<>())
                    .filter(path -> !seen.add(whereItIs(path)))
                    .ifPresent(path -> problems.add(option + ": [" + path + "] is named twice. The files of a side"
                            + " are sessions, and one file is one session."));
        }
    }

    private static Path whereItIs(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException unreadable) {
            return path.toAbsolutePath();
        }
    }

    private static List<Path> paths(List<String> names, List<String> problems) {
        return names.stream().flatMap(name -> path(name, problems).stream()).toList();
    }

    /** The file of a name; empty if it is none that this system, or its locale, can have. */
    static Optional<Path> path(String name, List<String> problems) {
        if (name.isBlank()) {
            problems.add("A file's name is empty.");
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException invalid) {
            problems.add("[" + name + "] is no name of a file here: " + invalid.getReason()
                    + ". If it has letters beyond ASCII, set a UTF-8 locale, such as LC_ALL=C.UTF-8.");
            return Optional.empty();
        }
    }

    private List<String> found() {
        var named = new ArrayList<>(files);
        baseline.forEach(file -> named.add("--baseline " + file));
        candidate.forEach(file -> named.add("--candidate " + file));
        return named;
    }

    /** The files of both sides. */
    record Sides(List<Path> baseline, List<Path> candidate) {

        Sides {
            baseline = List.copyOf(baseline);
            candidate = List.copyOf(candidate);
        }
    }
}
