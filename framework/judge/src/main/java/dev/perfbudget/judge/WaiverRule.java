package dev.perfbudget.judge;

import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Verdict.Kind;
import dev.perfbudget.model.Waiver;
import dev.perfbudget.model.Waivers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lets regressions pass that a waiver in force covers, unless they are sure to be larger than it allows; names waivers
 * that are of no use any more.
 */
final class WaiverRule {

    private final Waivers waivers;

    WaiverRule(Waivers waivers) {
        this.waivers = waivers;
    }

    /** The waiver by which a sample passes that regressed. */
    Optional<Waiver> of(SampleId sample, SampleComparison comparison, double alpha) {
        return widest(sample)
                .filter(waiver -> isRegressed(comparison, alpha))
                .filter(waiver -> !isRegressed(allowing(waiver, comparison), alpha));
    }

    /**
     * What is left to decide of a sample: of one that regressed in spite of a waiver, whether it is slower than that
     * allows.
     */
    SampleComparison leftToDecide(SampleId sample, SampleComparison comparison, double alpha) {
        return widest(sample)
                .filter(waiver -> isRegressed(comparison, alpha))
                .map(waiver -> allowing(waiver, comparison))
                .orElse(comparison);
    }

    /** Of several the most generous. */
    private Optional<Waiver> widest(SampleId sample) {
        return waivers.waivers().stream()
                .filter(waiver -> !waiver.isExpired(waivers.today()) && waiver.covers(sample))
                .max(Comparator.comparingDouble(Waiver::largestRatio));
    }

    private static boolean isRegressed(SampleComparison comparison, double alpha) {
        return comparison.verdict(alpha).kind() == Kind.REGRESSED;
    }

    private static SampleComparison allowing(Waiver waiver, SampleComparison comparison) {
        return comparison.allowing(waiver.largestRatio() - 1);
    }

    /**
     * Why waivers should be deleted.
     *
     * @param coversMore whether a waiver may cover what was not asked for this time: of that nothing can be said
     */
    List<String> stale(List<SampleVerdict> verdicts, Predicate<Waiver> coversMore) {
        return waivers.waivers().stream()
                .flatMap(waiver -> why(waiver, verdicts, coversMore)
                        .map(why -> "The waiver for [" + waiver.benchmark() + "] [" + waiver.metric() + "] ("
                                + waiver.reason() + ") " + why + ". Delete it from perfbudget/waivers.json.")
                        .stream())
                .toList();
    }

    private Optional<String> why(Waiver waiver, List<SampleVerdict> verdicts, Predicate<Waiver> coversMore) {
        if (waiver.isExpired(waivers.today())) {
            return Optional.of("expired on " + waiver.expires());
        }
        if (coversMore.test(waiver)) {
            return Optional.empty();
        }
        var covered = verdicts.stream()
                .filter(verdict -> waiver.covers(verdict.id()))
                .map(verdict -> verdict.verdict().kind())
                .toList();
        if (covered.isEmpty()) {
            return Optional.of("covers no benchmark that was measured");
        }
        return covered.stream().allMatch(kind -> kind == Kind.UNCHANGED || kind == Kind.IMPROVED)
                ? Optional.of("is needed no more: nothing that it covers regressed")
                : Optional.empty();
    }
}
