package dev.perfbudget.judge;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Design;
import dev.perfbudget.model.Location;
import dev.perfbudget.model.SessionSpread.Origin;
import dev.perfbudget.statistics.ModeratedVariance;
import dev.perfbudget.statistics.NestedMean;
import dev.perfbudget.statistics.SessionVariance;
import java.util.List;
import java.util.Optional;

/**
 * What the samples of one metric teach of each other: how far sessions are apart, and which variance between forks is
 * usual. Blocks teach nothing: they share their sessions, and nobody has looked at the variance of their differences.
 */
record MetricKnowledge(LocationKnowledge atQuantile, LocationKnowledge atMean) {

    static MetricKnowledge of(List<SidesOfSample> samples, ComparisonRules rules) {
        return new MetricKnowledge(at(Location.QUANTILE, samples, rules), at(Location.MEAN, samples, rules));
    }

    LocationKnowledge at(Location location) {
        return location == Location.MEAN ? atMean : atQuantile;
    }

    private static LocationKnowledge at(Location location, List<SidesOfSample> samples, ComparisonRules rules) {
        if (rules.design() == Design.PAIRED) {
            return new LocationKnowledge(SessionEffect.NONE, Optional.empty());
        }
        return new LocationKnowledge(sessions(location, samples, rules), usual(location, samples));
    }

    private static SessionEffect sessions(Location location, List<SidesOfSample> samples, ComparisonRules rules) {
        if (rules.sessionSd() == 0) {
            return SessionEffect.NONE;
        }
        var known = SessionVariance.among(List.of(
                samples.stream().map(sides -> sides.before(location)).toList(),
                samples.stream().map(sides -> sides.after(location)).toList()));
        return new SessionEffect(known.learnedWith(rules.sessionSd()), origin(known.shareOfAssumption()));
    }

    private static Origin origin(double assumed) {
        if (assumed == 1) {
            return Origin.ASSUMED;
        }
        return assumed > 0.5 ? Origin.MOSTLY_ASSUMED : Origin.LEARNED;
    }

    private static Optional<ModeratedVariance> usual(Location location, List<SidesOfSample> samples) {
        return ModeratedVariance.among(
                samples.stream()
                        .flatMap(sides -> UnpairedContrast.commonVariance(
                                NestedMean.of(sides.before(location)), NestedMean.of(sides.after(location)))
                                .stream())
                        .toList());
    }
}
