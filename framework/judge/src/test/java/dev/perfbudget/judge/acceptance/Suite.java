package dev.perfbudget.judge.acceptance;

import dev.perfbudget.judge.Comparer;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Benchmarks of two sides, as arrays of fork times, and what the judge says of them. */
final class Suite {

    private final ComparisonRules rules;
    private final List<Sample> baseline = new ArrayList<>();
    private final List<Sample> candidate = new ArrayList<>();

    Suite(ComparisonRules rules) {
        this.rules = rules;
    }

    /** Benchmarks of which each side is one session. */
    static Suite withoutSessions() {
        return new Suite(ComparisonRules.DEFAULT.withSessionSd(0));
    }

    /** Another benchmark of one session a side: iteration times by fork. */
    Suite with(double[][] before, double[][] after) {
        return with(List.<double[][]>of(before), List.<double[][]>of(after));
    }

    /** Another benchmark of several sessions a side. */
    Suite with(List<double[][]> before, List<double[][]> after) {
        var name = String.format(Locale.ROOT, "org.example.Bench.b%04d", baseline.size());
        return with(sample(name, before), sample(name, after));
    }

    /** Another benchmark. */
    Suite with(Sample before, Sample after) {
        baseline.add(before);
        candidate.add(after);
        return this;
    }

    /** The decision about all. */
    SuiteVerdict judge() {
        return new Comparer(rules)
                .compare(
                        List.of(new Measurements("baseline", baseline, Optional.empty(), List.of())),
                        List.of(new Measurements("candidate", candidate, Optional.empty(), List.of())));
    }

    /** What is said of the only benchmark. */
    SampleVerdict sampleVerdict() {
        return judge().comparison().orElseThrow().verdicts().get(0);
    }

    /** Forks of one time each. */
    static double[][] times(double... forks) {
        return Arrays.stream(forks).mapToObj(time -> new double[] {time}).toArray(double[][]::new);
    }

    /** Verdicts in the order in which the benchmarks were added. */
    List<Verdict> verdicts() {
        return judge().comparison().orElseThrow().verdicts().stream()
                .map(SampleVerdict::verdict)
                .toList();
    }

    /** The verdict of the only benchmark. */
    Verdict verdict() {
        return verdicts().get(0);
    }

    /** The numbers behind the verdict of the only benchmark. */
    Comparison comparison() {
        return verdict().compared().orElseThrow();
    }

    /** The benchmark as the model has it. */
    static Sample sample(String name, List<double[][]> sessions) {
        return new Sample(
                new SampleId(name, Map.of(), "mean"),
                Optional.of(BenchmarkMode.AVERAGE_TIME),
                Unit.MICROSECONDS,
                Optional.empty(),
                sessions.stream().map(Suite::session).toList());
    }

    private static Session session(double[][] forks) {
        return new Session(Arrays.stream(forks)
                .map(fork -> new ForkSample(Arrays.stream(fork).boxed().toList(), true))
                .toList());
    }
}
