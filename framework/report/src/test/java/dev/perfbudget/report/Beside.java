package dev.perfbudget.report;

import dev.perfbudget.judge.Comparer;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.Waiver;
import dev.perfbudget.model.Waivers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A suite beside a stored baseline: a benchmark that takes half as long again, and perhaps one that is gone. */
final class Beside {

    private static final String RUN = "com.acme.Bench.run";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    private Beside() {}

    static SuiteVerdict waived() {
        var waiver = new Waiver(RUN, "*", 1.8, "checks were added", LocalDate.parse("2027-01-31"));
        return suite(Outcome.PASSED, new Waivers(List.of(waiver), TODAY), List.of());
    }

    static SuiteVerdict regressed() {
        return suite(Outcome.FAILED, Waivers.NONE, List.of(sample("com.acme.Bench.gone", 7)));
    }

    private static SuiteVerdict suite(Outcome outcome, Waivers waivers, List<Sample> gone) {
        var before = new ArrayList<>(List.of(sample(RUN, 100)));
        before.addAll(gone);
        var compared = new Comparer(ComparisonRules.DEFAULT.withWaivers(waivers))
                .compare(List.of(side(before)), List.of(side(List.of(sample(RUN, 150)))));
        return new SuiteVerdict(
                outcome, Policy.WARN, List.of(benchmark(outcome, compared)), compared.comparison(), List.of());
    }

    private static BenchmarkVerdict benchmark(Outcome outcome, SuiteVerdict compared) {
        var samples = compared.comparison().orElseThrow().verdicts().stream()
                .filter(sample -> sample.id().benchmark().equals(RUN))
                .toList();
        var score = samples.stream().map(SampleVerdict::candidate).findFirst().orElseThrow();
        return new BenchmarkVerdict(
                new BenchmarkId(RUN, BenchmarkMode.AVERAGE_TIME, Map.of()),
                "/projects/shop",
                outcome,
                samples.get(0).verdict(),
                score,
                List.of(),
                samples,
                List.of(),
                5,
                List.of());
    }

    private static Measurements side(List<Sample> samples) {
        return new Measurements("side", samples, Optional.empty(), List.of());
    }

    private static Sample sample(String benchmark, double level) {
        var forks = IntStream.rangeClosed(-2, 2)
                .mapToObj(fork -> new ForkSample(List.of(level * (1 + 0.001 * fork)), true))
                .toList();
        return new Sample(
                new SampleId(benchmark, Map.of(), "mean"),
                Optional.of(BenchmarkMode.AVERAGE_TIME),
                Unit.MICROSECONDS,
                Optional.empty(),
                List.of(new Session(forks)));
    }
}
