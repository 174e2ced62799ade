package dev.perfbudget.judge;

import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Verdict;
import dev.perfbudget.model.Verdict.Kind;
import dev.perfbudget.model.Waiver;
import dev.perfbudget.model.Waivers;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets regressions pass that a waiver in force covers, unless they are sure to be larger than it allows; names waivers
 * that are of no use any more.
 */
final class WaiverRule {

    private final Waivers waivers;

    WaiverRule(Waivers waivers) {
        this.waivers = waivers;
    }

    /** The waiver by which a verdict passes: of several the most generous. */
    Optional<Waiver> of(SampleId sample, Verdict verdict) {
        if (verdict.kind() != Kind.REGRESSED) {
            return Optional.empty();
        }
        return verdict.compared().flatMap(WaiverRule::surelyAbove).flatMap(ratio -> inForce()
                .filter(waiver -> waiver.covers(sample) && ratio <= waiver.largestRatio())
                .max((one, other) -> Double.compare(one.largestRatio(), other.largestRatio())));
    }

    /**
     * Why waivers should be deleted.
     *
     * @param unselected what was not asked for this time: of a waiver for it nothing can be said
     */
    List<String> stale(List<SampleVerdict> verdicts, Collection<SampleId> unselected) {
        return waivers.waivers().stream()
                .flatMap(waiver -> why(waiver, verdicts, unselected)
                        .map(why -> "The waiver for [" + waiver.benchmark() + "] [" + waiver.metric() + "] ("
                                + waiver.reason() + ") " + why + ". Delete it from perfbudget/waivers.json.")
                        .stream())
                .toList();
    }

    private Optional<String> why(Waiver waiver, List<SampleVerdict> verdicts, Collection<SampleId> unselected) {
        if (waiver.isExpired(waivers.today())) {
            return Optional.of("expired on " + waiver.expires());
        }
        if (unselected.stream().anyMatch(waiver::covers)) {
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

    private Stream<Waiver> inForce() {
        return waivers.waivers().stream().filter(waiver -> !waiver.isExpired(waivers.today()));
    }

    private static Optional<Double> surelyAbove(Comparison comparison) {
        return comparison
                .effect()
                .map(effect -> effect.interval().map(ConfidenceInterval::lower).orElse(effect.ratio()));
    }
}
