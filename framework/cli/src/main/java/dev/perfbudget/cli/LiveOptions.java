package dev.perfbudget.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The options of a comparison that is measured now. */
final class LiveOptions {

    private static final Set<String> OURS =
            Set.of("--baseline-class-path", "--candidate-class-path", "--time", "--java-home", "--output", "-D");
    private static final Set<String> OF_FILES = Set.of(
            "--baseline", "--candidate", "--pairs", "--alpha", "--suite", "--paired", "--session-sd", "--metric");

    @Option(
            names = "--live",
            description = "Measure now, on this machine: the benchmarks of two class paths whose names match a PATTERN,"
                    + " in forks that take turns.")
    private boolean isLive;

    @Option(
            names = "--baseline-class-path",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "PATH",
            hideParamSyntax = true,
            description = "With --live: jars, folders of classes and FOLDER/*, such as old/benchmarks.jar.")
    private List<String> baseline = new ArrayList<>();

    @Option(
            names = "--candidate-class-path",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "PATH",
            hideParamSyntax = true,
            description = "With --live: the same of the candidate.")
    private List<String> candidate = new ArrayList<>();

    @Option(
            names = "--time",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "TIME",
            hideParamSyntax = true,
            description = "With --live: the longest time to measure. Default: 10 min")
    private List<String> time = new ArrayList<>();

    @Option(
            names = "--java-home",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "FOLDER",
            hideParamSyntax = true,
            description = "With --live: the JDK that both sides run on. Default: the one that this runs on.")
    private List<String> javaHome = new ArrayList<>();

    @Option(
            names = "--output",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "FOLDER",
            hideParamSyntax = true,
            description = "With --live: below it, runs/<id> gets the files of the run. Default: perfbudget-live")
    private List<String> output = new ArrayList<>();

    @Option(
            names = "-D",
            paramLabel = "perfbudget.NAME=VALUE",
            mapFallbackValue = "",
            description = "With --live: any other setting of a measurement, such as -Dperfbudget.iterationTime=100ms.")
    private Map<String, String> properties = new LinkedHashMap<>();

    /** Whether that is what is asked for; options that do not go with it, or with its absence, are problems. */
    boolean isLive(ParseResult given, List<String> problems) {
        given.matchedOptions().stream()
                .map(option -> option.longestName())
                .filter((isLive ? OF_FILES : OURS)::contains)
                .distinct()
                .forEach(name -> problems.add(
                        isLive
                                ? name + " is about files: it has no place beside --live."
                                : name + " is about what is measured now: it needs --live."));
        return isLive;
    }

    /**
     * What is to be measured; what is wrong is added to the problems.
     *
     * @param shared settings that have options with and without {@code --live}, by the names of these
     */
    Optional<LiveRequest> request(List<String> patterns, Map<String, String> shared, List<String> problems) {
        var before = problems.size();
        var former = classPath("--baseline-class-path", baseline, problems);
        var present = classPath("--candidate-class-path", candidate, problems);
        if (!former.elements().isEmpty() && !present.elements().isEmpty()) {
            Jmh.check(former, present, problems);
        }
        var request = new LiveRequest(
                former,
                present,
                patterns.stream()
                        .flatMap(text -> pattern(text, problems).stream())
                        .toList(),
                settings(shared, problems),
                javaHome(problems),
                folder("--output", output, "perfbudget-live", problems));
        return problems.size() == before ? Optional.of(request) : Optional.empty();
    }

    private static ClassPath classPath(String option, List<String> given, List<String> problems) {
        if (given.isEmpty()) {
            problems.add(option + ": --live needs it, such as [" + option + " benchmarks.jar].");
            return new ClassPath(option, List.of());
        }
        var before = problems.size();
        var classPath = ClassPath.of(option, new OneValue(option, given, "benchmarks.jar").text(problems), problems);
        return problems.size() == before ? classPath : new ClassPath(option, List.of());
    }

    private static Optional<Pattern> pattern(String text, List<String> problems) {
        try {
            return Optional.of(Pattern.compile(text));
        } catch (PatternSyntaxException wrong) {
            problems.add("[" + text + "] is no regular expression: " + wrong.getDescription()
                    + ". A pattern is what JMH takes, such as [JsonBench.*].");
            return Optional.empty();
        }
    }

    private Path javaHome(List<String> problems) {
        var home = folder("--java-home", javaHome, System.getProperty("java.home"), problems);
        var java = home.resolve("bin");
        if (!Files.exists(java.resolve("java")) && !Files.exists(java.resolve("java.exe"))) {
            problems.add("--java-home: there is no [bin/java] in [" + home + "].");
        }
        return home;
    }

    private static Path folder(String option, List<String> given, String usual, List<String> problems) {
        return FileOptions.path(new OneValue(option, given, usual).text(problems), problems)
                .orElse(Path.of(""))
                .toAbsolutePath()
                .normalize();
    }

    private Map<String, String> settings(Map<String, String> shared, List<String> problems) {
        var options = new LinkedHashMap<>(shared);
        if (!time.isEmpty()) {
            options.put("time", new OneValue("--time", time, "3m").text(problems));
        }
        return new LiveSettings(options, properties).resolve(problems);
    }
}
