package dev.perfbudget.judge;

import dev.perfbudget.model.Design;
import dev.perfbudget.model.Location;
import dev.perfbudget.model.Sides;
import dev.perfbudget.model.TwoModes;
import dev.perfbudget.statistics.ForkModes;
import dev.perfbudget.statistics.PooledCorrelation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Both sides of one comparison, in values that have a ratio, and their locations.
 *
 * @param blocks where the n-th forks of both sides took turns
 */
record SidesOfSample(
        SampleValues baseline,
        SampleValues candidate,
        ForkLocations before,
        ForkLocations after,
        Optional<Blocks> blocks) {

    static SidesOfSample of(SampleValues baseline, SampleValues candidate, Design design) {
        var fewest = Math.min(baseline.fewestValues(), candidate.fewestValues());
        return new SidesOfSample(
                baseline,
                candidate,
                ForkLocations.of(baseline, fewest),
                ForkLocations.of(candidate, fewest),
                design == Design.PAIRED ? Optional.of(Blocks.of(baseline, candidate)) : Optional.empty());
    }

    /** The values of the baseline's forks at a location, by session. */
    List<double[]> before(Location location) {
        return location == Location.MEAN ? before.means() : before.quantiles();
    }

    /** The values of the candidate's forks at a location, by session. */
    List<double[]> after(Location location) {
        return location == Location.MEAN ? after.means() : after.quantiles();
    }

    Contrast contrast(Location location, LocationKnowledge knowledge) {
        return blocks.<Contrast>map(found -> new PairedContrast(found.at(location)))
                .orElseGet(() -> new UnpairedContrast(before(location), after(location), knowledge));
    }

    /** How the two locations of a fork, or of a block, go together. */
    Optional<PooledCorrelation> correlation() {
        return blocks.map(found ->
                        PooledCorrelation.of(List.of(found.at(Location.QUANTILE)), List.of(found.at(Location.MEAN))))
                .orElseGet(() -> PooledCorrelation.of(
                        both(before.quantiles(), after.quantiles()), both(before.means(), after.means())));
    }

    private static List<double[]> both(List<double[]> sessions, List<double[]> others) {
        return Stream.concat(sessions.stream(), others.stream()).toList();
    }

    Sides forks() {
        return new Sides(baseline.forks(), candidate.forks());
    }

    Sides sessions() {
        return new Sides(baseline.sessions().size(), candidate.sessions().size());
    }

    /** Clusters among forks of one session, where there are most. */
    Sides modes() {
        return new Sides(modes(before.quantiles()), modes(after.quantiles()));
    }

    /**
     * Each mode by itself, where the forks of blocks come in two on both sides. Several sessions may be apart themselves.
     *
     * @param alpha chance that one of the intervals is wrong
     */
    Optional<TwoModes> twoModes(double alpha) {
        return blocks.isPresent() && sessions().equals(new Sides(1, 1))
                ? ModesApart.of(before.quantiles().get(0), after.quantiles().get(0), alpha)
                : Optional.empty();
    }

    private static int modes(List<double[]> sessions) {
        return sessions.stream().mapToInt(ForkModes::count).max().orElse(1);
    }
}
