package dev.perfbudget.cli;

import dev.perfbudget.judge.EnvironmentClasses;
import dev.perfbudget.judge.RunMeasurements;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.ModuleDirectory;
import dev.perfbudget.model.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Runs that together are one: each measured other benchmarks. Whatever none of them has is missing.
 *
 * @param expected how many there must be, if that was said
 */
record Shards(List<ReportedRun> runs, OptionalInt expected) {

    private static final int MOST_TOLD = 20;

    Shards {
        runs = List.copyOf(runs);
    }

    /** Benchmarks that are in more than one, which shards are not. */
    List<String> twice() {
        var first = new HashMap<Benchmark, Path>();
        var twice = new ArrayList<String>();
        for (var reported : runs) {
            benchmarks(reported).forEach(id -> Optional.ofNullable(
                            first.putIfAbsent(Benchmark.of(reported, id), reported.file()))
                    .ifPresent(earlier -> twice.add("--merge: [" + id + "] is in [" + earlier + "] and in ["
                            + reported.file() + "]. Each shard measures other benchmarks; without --merge, runs stand"
                            + " beside each other.")));
        }
        return twice;
    }

    /** What is in none of them and should be in one. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        var files = runs.stream().map(ReportedRun::file).toList();
        expected.stream()
                .filter(number -> number != runs.size())
                .mapToObj(number -> (number > runs.size() ? "Shards are missing: " : "There are too many shards: ")
                        + number + " were expected (--shards), and " + runs.size() + " can be read: " + files + ".")
                .forEach(missing::add);
        var unmeasured = unmeasured();
        unmeasured.stream()
                .limit(MOST_TOLD)
                .map(id -> "No shard has measured [" + id + "], which the baseline has. A shard that should have is"
                        + " missing, or the benchmark is: measure it, or accept a run without it.")
                .forEach(missing::add);
        if (unmeasured.size() > MOST_TOLD) {
            missing.add("The same goes for " + (unmeasured.size() - MOST_TOLD) + " more benchmarks of the baseline.");
        }
        return missing;
    }

    private Set<String> unmeasured() {
        var measured = new HashSet<BenchmarkId>();
        runs.forEach(reported -> benchmarks(reported).forEach(measured::add));
        // Those that are gone from the class path are told as such by the verdict.
        runs.forEach(reported -> measured.addAll(reported.run().gone()));
        var unmeasured = new TreeSet<String>();
        runs.stream()
                .flatMap(Shards::baseline)
                .filter(id -> !measured.contains(id))
                .map(BenchmarkId::toString)
                .forEach(unmeasured::add);
        return unmeasured;
    }

    /** What the newest sessions for such a machine have. */
    private static Stream<BenchmarkId> baseline(ReportedRun reported) {
        var candidate = RunMeasurements.of(reported.run(), reported.file().toString());
        return EnvironmentClasses.nearest(reported.baseline().sessions(), List.of(candidate)).stream()
                .flatMap(session -> session.samples().stream())
                .map(Sample::key)
                .flatMap(key -> key.benchmark().stream());
    }

    private static Stream<BenchmarkId> benchmarks(ReportedRun reported) {
        return reported.run().benchmarks().stream().map(BenchmarkRun::id);
    }

    /** Of a module, by the name of its directory: machines have it at different places. */
    private record Benchmark(String module, BenchmarkId id) {

        static Benchmark of(ReportedRun reported, BenchmarkId id) {
            return new Benchmark(new ModuleDirectory(reported.run().module()).name(), id);
        }
    }
}
