package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.model.Verdict;
import dev.perfbudget.model.Verdict.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What the blocks of one benchmark say so far, at one of the looks that were planned: whether to go on.
 *
 * @param kind of its samples the one that matters most: regressed if any is, else open if any is
 * @param isOpen whether any of its samples is undecided, whatever the others are
 * @param isFutile whether what is open would stay so
 * @param blocks that were looked at
 * @param comparison the one behind the kind; empty where nothing was compared
 */
public record PairedLook(Kind kind, boolean isOpen, boolean isFutile, int blocks, Optional<Comparison> comparison) {

    private static final List<Kind> FIRST =
            List.of(Kind.REGRESSED, Kind.INCONCLUSIVE, Kind.UNCHANGED, Kind.IMPROVED, Kind.INVALID, Kind.NO_BASELINE);

    /**
     * Looks.
     *
     * @param candidate with the forks of this stage
     * @param baseline the forks of the same blocks
     * @param rules with the alpha of all looks of this stage, and the waivers in force
     * @param metrics that this stage is about
     */
    public static PairedLook at(
            BenchmarkRun candidate, List<Fork> baseline, ComparisonRules rules, Predicate<SampleKey> metrics) {
        var before = side(candidate.withForks(baseline), metrics);
        var after = side(candidate, metrics);
        var slowdown = candidate.budget().threshold();
        var pairs = SamplePair.of(before, after);
        var compared = new SampleComparisons(rules, sample -> slowdown, new Comparability(before, after)).of(pairs);
        var alphas = SuiteAlphas.of(compared, rules);
        var waivers = new WaiverRule(rules.waivers());
        var comparisons = IntStream.range(0, pairs.size())
                .mapToObj(i -> waivers.leftToDecide(pairs.get(i).any().id(), compared.get(i), alphas[i]))
                .toList();
        var verdicts = IntStream.range(0, comparisons.size())
                .mapToObj(i -> comparisons.get(i).verdict(alphas[i]))
                .toList();
        var kind = FIRST.stream()
                .filter(wanted -> verdicts.stream().anyMatch(verdict -> verdict.kind() == wanted))
                .findFirst()
                .orElse(Kind.NO_BASELINE);
        var spending = LookLevels.of(rules.alpha(), rules.looks()).spending();
        var open = IntStream.range(0, comparisons.size())
                .filter(i -> verdicts.get(i).kind() == Kind.INCONCLUSIVE)
                .boxed()
                .toList();
        var isFutile = open.stream().allMatch(i -> comparisons.get(i).isFutile(spending));
        return new PairedLook(
                kind,
                !open.isEmpty(),
                isFutile,
                candidate.forks().size(),
                verdicts.stream()
                        .filter(verdict -> verdict.kind() == kind)
                        .findFirst()
                        .flatMap(Verdict::compared));
    }

    /** Whether something is slower than it may be, as far as this stage can tell. */
    public boolean isSuspect() {
        return kind == Kind.REGRESSED;
    }

    private static List<Measurements> side(BenchmarkRun benchmark, Predicate<SampleKey> metrics) {
        return List.of(new Measurements(
                benchmark.id().name(),
                RunMeasurements.samplesOf(benchmark)
                        .filter(sample -> metrics.test(sample.key()))
                        .toList(),
                Optional.empty(),
                List.of()));
    }
}
