package dev.perfbudget.cli;

import dev.perfbudget.protocol.ChildEnvironment;
import dev.perfbudget.protocol.FromHost.BenchmarksListed;
import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.protocol.Side;
import dev.perfbudget.runner.host.ForkObserver;
import dev.perfbudget.runner.host.HostFailedException;
import dev.perfbudget.runner.host.Hosts;
import dev.perfbudget.runner.host.Switchboard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The benchmarks of one side, as JMH lists them there.
 *
 * @param side for people: {@code baseline}
 * @param all whatever their names
 * @param chosen those that are asked for
 * @param problems what keeps classes with such names from being measured
 */
record Inventory(String side, List<PlannedBenchmark> all, List<PlannedBenchmark> chosen, List<String> problems) {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final int MOST_TOLD = 30;

    /**
     * Asks a JVM of that side.
     *
     * @param patterns as JMH takes them: regular expressions, of which one is found in the name; none for all benchmarks
     * @param scratch directory for temporary files
     */
    static Inventory of(String name, Side side, List<Pattern> patterns, Path scratch)
            throws IOException, BadInputException {
        try (var switchboard = Switchboard.open();
                var hosts = new Hosts(
                        side,
                        ChildEnvironment.of(System.getenv()),
                        switchboard,
                        scratch.resolve(name + ".args"),
                        ForkObserver.NONE,
                        LONGEST_ANSWER)) {
            return of(name, hosts.benchmarks(), patterns);
        } catch (HostFailedException failed) {
            throw new BadInputException(
                    List.of("The class path of the " + name + " cannot be measured. " + failed.explanation()), failed);
        }
    }

    private static Inventory of(String name, BenchmarksListed listed, List<Pattern> patterns) {
        var chosen = listed.benchmarks().stream()
                .filter(benchmark -> isChosen(benchmark.key().name(), patterns))
                .toList();
        var problems = listed.problems().entrySet().stream()
                .filter(problem -> chosen.isEmpty() || isChosen(problem.getKey(), patterns))
                .map(Map.Entry::getValue)
                .toList();
        return new Inventory(name, listed.benchmarks(), chosen, problems);
    }

    private static boolean isChosen(String name, List<Pattern> patterns) {
        return patterns.isEmpty()
                || patterns.stream().anyMatch(pattern -> pattern.matcher(name).find());
    }

    /** What speaks against measuring it is added to the problems. */
    void check(List<Pattern> patterns, List<String> found) {
        problems.forEach(problem -> found.add("The " + side + ": " + problem));
        if (all.isEmpty() && problems.isEmpty()) {
            found.add(
                    "The " + side + " has no benchmark: no [META-INF/BenchmarkList] on its class path names any. JMH's"
                            + " annotation processor (jmh-generator-annprocess) writes that file when the classes are compiled.");
        } else if (chosen.isEmpty() && problems.isEmpty()) {
            found.add("No benchmark of the " + side + " matches " + patterns + ". There are:" + names());
        }
        chosen.stream()
                .filter(benchmark -> !benchmark.listed())
                .map(benchmark -> benchmark.key().name())
                .distinct()
                .forEach(name -> found.add("The " + side + "'s benchmark list does not have [" + name
                        + "] as its class declares it: it is older. Build cleanly."));
    }

    private String names() {
        var names =
                all.stream().map(benchmark -> benchmark.key().name()).distinct().toList();
        return names.stream().limit(MOST_TOLD).map(name -> "\n  " + name).collect(Collectors.joining())
                + (names.size() > MOST_TOLD ? "\n  and " + (names.size() - MOST_TOLD) + " more" : "");
    }

    /** What is chosen here and not there, for people. */
    List<String> chosenOnlyHere(Inventory other) {
        var there = other.chosen.stream().map(PlannedBenchmark::key).collect(Collectors.toSet());
        return chosen.stream()
                .map(PlannedBenchmark::key)
                .filter(key -> !there.contains(key))
                .map(Object::toString)
                .toList();
    }
}
