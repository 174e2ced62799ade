package dev.perfbudget.judge;

import dev.perfbudget.model.Sides;
import dev.perfbudget.model.Strength;
import dev.perfbudget.statistics.CohensD;
import dev.perfbudget.statistics.PairedT;
import dev.perfbudget.statistics.Precision;
import dev.perfbudget.statistics.RankTest;
import dev.perfbudget.statistics.SignedRank;
import dev.perfbudget.statistics.TEstimate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** Blocks: one difference of logarithms for each; whatever both forks of a block share has dropped out. */
final class PairedContrast implements Contrast {

    private final double[] differences;

    PairedContrast(double[] differences) {
        this.differences = differences.clone();
    }

    @Override
    public double point() {
        return PairedT.of(differences)
                .map(TEstimate::point)
                .orElseGet(() -> Arrays.stream(differences).average().orElseThrow());
    }

    @Override
    public Optional<TEstimate> estimate() {
        return PairedT.of(differences);
    }

    @Override
    public Optional<TEstimate> plainEstimate() {
        return estimate();
    }

    @Override
    public Optional<Precision> precisionWithMore(Sides more) {
        return PairedT.precisionWithMore(more.candidate(), differences);
    }

    @Override
    public Optional<RankTest> ranks(double threshold) {
        return SignedRank.of(differences, threshold);
    }

    /** Dominance within blocks: how many more of them are slower than faster. */
    @Override
    public Strength strength() {
        var dominance = Arrays.stream(differences).map(Math::signum).average();
        return new Strength(
                CohensD.ofPairs(differences).stream()
                        .mapToDouble(CohensD::hedgesG)
                        .findFirst(),
                OptionalDouble.of(dominance.orElseThrow()));
    }
}
