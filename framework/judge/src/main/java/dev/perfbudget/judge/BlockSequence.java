package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Location;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Side;
import dev.perfbudget.statistics.PooledCorrelation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the blocks of a sample said one after the other, at the location that decided; for reports, which show what was
 * judged.
 *
 * @param screening the blocks that looked for what is slower
 * @param confirming those that confirmed
 * @param looks where screening was looked at, with what was seen then at the level of that look
 */
public record BlockSequence(List<Block> screening, List<Block> confirming, List<Look> looks) {

    public BlockSequence {
        screening = List.copyOf(screening);
        confirming = List.copyOf(confirming);
        looks = List.copyOf(looks);
    }

    /**
     * One block.
     *
     * @param ratio candidate over baseline
     * @param estimate of the ratio, from all blocks of its stage so far
     */
    public record Block(double ratio, double estimate) {}

    /**
     * What was seen at a look.
     *
     * @param blocks so many there were
     */
    public record Look(int blocks, EffectSize effect) {}

    /**
     * The blocks behind a verdict.
     *
     * @param candidate with all of its forks
     * @param baseline the forks of the same blocks
     * @return empty if it was not judged by blocks
     */
    public static Optional<BlockSequence> of(BenchmarkRun candidate, List<Fork> baseline, SampleVerdict sample) {
        var screened = candidate.screeningForks().size();
        var first = candidate.withForks(candidate.screeningForks());
        var second = candidate.withForks(candidate.confirmingForks());
        return sample.verdict()
                .compared()
                .filter(found -> sample.isPaired() && found.exact().isEmpty())
                .map(Comparison::decidedBy)
                .flatMap(location -> blocks(first, part(baseline, 0, screened), sample.key())
                        .map(screening -> new BlockSequence(
                                ofStage(screening.at(location)),
                                blocks(second, part(baseline, screened, baseline.size()), sample.key())
                                        .map(confirming -> ofStage(confirming.at(location)))
                                        .orElse(List.of()),
                                looks(screening, location))));
    }

    private static List<Fork> part(List<Fork> forks, int from, int to) {
        return forks.subList(Math.min(from, forks.size()), Math.min(to, forks.size()));
    }

    private static Optional<Blocks> blocks(BenchmarkRun candidate, List<Fork> baseline, SampleKey key) {
        var before = sample(candidate.withForks(baseline), key).map(SampleValues::of);
        var after = sample(candidate, key).map(SampleValues::of);
        return before.filter(side -> side.whyNoRatio(Side.BASELINE).isEmpty()).flatMap(side -> after.filter(
                        other -> other.whyNoRatio(Side.CANDIDATE).isEmpty() && Blocks.match(side, other))
                .map(other -> Blocks.of(side, other)));
    }

    private static Optional<Sample> sample(BenchmarkRun side, SampleKey key) {
        return RunMeasurements.samplesOf(side)
                .filter(sample -> sample.key().equals(key))
                .findFirst();
    }

    private static List<Block> ofStage(double[] differences) {
        var blocks = new ArrayList<Block>();
        var sum = 0.0;
        for (var difference : differences) {
            sum += difference;
            blocks.add(new Block(Math.exp(difference), Math.exp(sum / (blocks.size() + 1))));
        }
        return blocks;
    }

    private static List<Look> looks(Blocks blocks, Location location) {
        var rules = ComparisonRules.PAIRED;
        var levels = LookLevels.of(rules.alpha(), rules.looks());
        return rules.looks().stream()
                .filter(look -> look <= blocks.means().size())
                .map(look -> new Look(look, effect(blocks, look, location, levels.at(look))))
                .toList();
    }

    private static EffectSize effect(Blocks blocks, int count, Location location, double alpha) {
        var correlation = PooledCorrelation.of(
                List.of(first(count, blocks.at(Location.QUANTILE))), List.of(first(count, blocks.at(Location.MEAN))));
        return LocationBounds.of(location, new PairedContrast(first(count, blocks.at(location))), correlation, alpha)
                .effect();
    }

    private static double[] first(int count, double[] values) {
        return Arrays.copyOf(values, count);
    }
}
