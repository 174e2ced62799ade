package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Pairing;
import dev.perfbudget.model.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which runs can become a baseline: those whose times and code can be relied on.
 *
 * @param acceptsDirty whether also code that was not committed
 */
public record AcceptanceRules(boolean acceptsDirty) {

    /**
     * All that speaks against accepting runs of one build, with what to do; nothing if they can be accepted.
     *
     * @param runs by the file that each was read from
     */
    public List<String> problems(Map<String, Run> runs) {
        var problems = new ArrayList<String>();
        runs.forEach((file, run) ->
                problems(run).forEach(problem -> problems.add("[" + file + "] cannot be accepted: " + problem)));
        problems.addAll(measuredTwice(runs));
        return problems;
    }

    private List<String> problems(Run run) {
        return run.pairing()
                .filter(pairing -> pairing.absence().isEmpty())
                .map(AcceptanceRules::inBlocks)
                .map(List::of)
                .orElseGet(() -> problemsAlone(run));
    }

    private static String inBlocks(Pairing pairing) {
        return "it was measured in blocks, beside [" + pairing.baseline() + "]. Its forks waited for those of the other"
                + " side, so no run that is measured alone could be compared with them. Measure alone first: mvn verify"
                + " without -Dperfbudget.baseline (where the POM names one, with -Dperfbudget.baseline= and nothing"
                + " behind it).";
    }

    private List<String> problemsAlone(Run run) {
        var problems = new ArrayList<String>();
        run.flaws().forEach(flaw -> problems.add(flaw + ". Measure again without that."));
        if (run.provenance().dirty() && !acceptsDirty) {
            problems.add(run.provenance()
                            .commit()
                            .map(commit -> "its code was not committed (files differed from commit [" + commit + "])")
                            .orElse("git could not say whether its code was committed (there is no commit, or [git"
                                    + " status] failed or took too long)")
                    + ", so nobody could tell later what was accepted. Commit it and measure again, or say that this is"
                    + " all right with -Dperfbudget.dirty=true.");
        }
        if (run.benchmarks().isEmpty()) {
            problems.add("it has no benchmark. Measure with mvn verify.");
        }
        run.benchmarks().forEach(benchmark -> problems.addAll(problems(benchmark)));
        return problems;
    }

    private static List<String> problems(BenchmarkRun benchmark) {
        var problems = new ArrayList<String>();
        var id = "[" + benchmark.id() + "] ";
        benchmark.failures().stream()
                .filter(failure -> failure.kind() != ForkFailure.Kind.NOT_REACHED)
                .map(failure -> id + "fork " + (failure.index() + 1) + ": " + failure.message()
                        + ". Mend the benchmark and measure again.")
                .forEach(problems::add);
        if (benchmark.forks().isEmpty()) {
            problems.add(
                    id + "has no finished fork. Measure again, with more time (perfbudget.cap) if that was short.");
        } else if (!hasNumbersOnly(benchmark)) {
            problems.add(id + "has iterations without a number. Measure again.");
        }
        return problems;
    }

    private static boolean hasNumbersOnly(BenchmarkRun benchmark) {
        return RunMeasurements.samplesOf(benchmark)
                .flatMap(sample -> sample.sessions().stream())
                .flatMap(session -> session.forks().stream())
                .map(ForkSample::values)
                .allMatch(values -> !values.isEmpty() && values.stream().allMatch(Double::isFinite));
    }

    /** The same benchmark in two runs of one environment: which of them counts is not for us to say. */
    private static List<String> measuredTwice(Map<String, Run> runs) {
        var problems = new ArrayList<String>();
        var files = new HashMap<Map.Entry<Map<String, String>, BenchmarkId>, String>();
        runs.forEach((file, run) -> run.benchmarks().forEach(benchmark -> {
            var earlier = files.putIfAbsent(Map.entry(run.environment().defining(), benchmark.id()), file);
            if (earlier != null) {
                problems.add("[" + benchmark.id() + "] was measured twice, in [" + earlier + "] and in [" + file
                        + "]. Accept one of them: -Dperfbudget.run=" + file);
            }
        }));
        return problems;
    }
}
