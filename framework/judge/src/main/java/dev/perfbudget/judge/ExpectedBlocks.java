package dev.perfbudget.judge;

import dev.perfbudget.model.Audit;
import dev.perfbudget.model.AuditedBenchmark;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Environment;
import dev.perfbudget.statistics.DetectableEffect;
import dev.perfbudget.statistics.Precision;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/**
 * How many blocks a benchmark probably takes, by the noise that an audit has seen on such a machine: as many as the first
 * look has that would call it unchanged in four of five runs in which nothing changed. Time is planned by it, nothing is
 * judged.
 *
 * @param blocks empty where not even the last look would
 */
public record ExpectedBlocks(OptionalInt blocks) {

    private static final double POWER = 0.8;
    private static final List<Integer> LOOKS = ComparisonRules.PAIRED.looks();

    /**
     * What is to be expected of a benchmark; empty if the audit does not say.
     *
     * @param environment in which it is going to be measured
     */
    public static Optional<ExpectedBlocks> of(
            Audit audit, Environment environment, BenchmarkId benchmark, double threshold) {
        return EnvironmentClasses.differences(audit.environment(), environment.defining())
                        .isEmpty()
                ? audit.of(benchmark).flatMap(audited -> of(audited, threshold))
                : Optional.empty();
    }

    /** By the noisier location, for both have to acquit. */
    private static Optional<ExpectedBlocks> of(AuditedBenchmark audited, double threshold) {
        var noise = DoubleStream.concat(audited.noise().stream(), audited.noiseOfMeans().stream())
                .max();
        return noise.isPresent()
                ? Optional.of(new ExpectedBlocks(LOOKS.stream()
                        .mapToInt(look -> look)
                        .filter(look -> decides(look, noise.getAsDouble(), threshold))
                        .findFirst()))
                : Optional.empty();
    }

    private static boolean decides(int blocks, double noise, double threshold) {
        var precision = new Precision(noise / Math.sqrt(blocks), blocks - 1);
        var level = LookLevels.of(ComparisonRules.PAIRED.alpha(), LOOKS).at(blocks);
        return DetectableEffect.power(precision, level, Math.log1p(threshold)) >= POWER;
    }
}
