package dev.perfbudget.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * What variances are usual among many benchmarks, and the variance of one of them moderated by it.
 *
 * <p>Formula: the estimates {@code s²}, of {@code f} degrees of freedom, are taken to be distributed as {@code s0² F(f,
 * d0)}; {@code d0} is where the distance of the quartiles of {@code ln s²} is that of {@code ln F(f, d0)}, and {@code s0²}
 * their median over that of {@code F(f, d0)}: quartiles, because a few strange benchmarks must not decide about the others.
 * Moderated is {@code (d s0² + f s²) / (d + f)}, with {@code d + f} degrees of freedom and {@code d = min(d0, 4)}; of a
 * benchmark whose {@code s²} is exceeded with a probability {@code p} below 1/4, {@code d} is only {@code 4 p} of that.
 * Sources: Smyth, "Linear models and empirical Bayes methods for assessing differential expression in microarray
 * experiments", Statistical Applications in Genetics and Molecular Biology 3 (2004); the guard for those far out is the
 * idea of Phipson et al., "Robust hyperparameter estimation protects against hypervariable genes", Annals of Applied
 * Statistics 10 (2016).
 *
 * <p>Assumes that the benchmarks are independent of each other. A bound of nominal 1 % is right over all benchmarks, not
 * for each: for the noisiest of 20 it is wrong in 1.2 % when they differ as recorded ones do, in 1.05 % when it varies ten times
 * as much as all others and in 1.8 % when it varies twice or thrice as much (15 000 simulations; without the guard in 3 %).
 *
 * <p>Small samples: fewer than {@link #FEWEST} variances say too little of what is usual.
 *
 * @param usual s0²
 * @param degreesOfFreedom d: how many degrees of freedom the neighbours are worth, at most {@link #MOST}
 */
public record ModeratedVariance(double usual, double degreesOfFreedom) {

    /** Number of benchmarks from which on something can be learned of them all. */
    public static final int FEWEST = 20;

    static final double MOST = 4;

    private static final double SMALLEST = 0.5;
    private static final double LARGEST = 1000;
    private static final double FAR_OUT = 0.25;
    private static final double ACCURACY = 1e-9;

    public ModeratedVariance {
        if (!(usual > 0) || Double.isInfinite(usual) || !(degreesOfFreedom > 0 && degreesOfFreedom <= MOST)) {
            throw new IllegalArgumentException(
                    "No usual variance: [" + usual + "] with [" + degreesOfFreedom + "] degrees of freedom");
        }
    }

    /**
     * What is usual among variances: among those above zero that have the number of degrees of freedom most of them have.
     * Empty if these are fewer than {@link #FEWEST}.
     */
    public static Optional<ModeratedVariance> among(List<VarianceEstimate> variances) {
        return variances.stream()
                .filter(estimate -> estimate.variance() > 0 && Double.isFinite(estimate.degreesOfFreedom()))
                .collect(Collectors.groupingBy(VarianceEstimate::degreesOfFreedom))
                .entrySet()
                .stream()
                .max(Comparator.<Map.Entry<Double, List<VarianceEstimate>>>comparingInt(
                                group -> group.getValue().size())
                        .thenComparingDouble(Map.Entry::getKey))
                .filter(group -> group.getValue().size() >= FEWEST)
                .map(group -> fit(group.getKey(), group.getValue()));
    }

    /** One of these variances, moderated. */
    public VarianceEstimate moderate(VarianceEstimate own) {
        var borrowed = degreesOfFreedom * Math.min(1, exceeded(own) / FAR_OUT);
        var total = borrowed + own.degreesOfFreedom();
        if (Double.isInfinite(total)) {
            return own;
        }
        return new VarianceEstimate((borrowed * usual + own.degreesOfFreedom() * own.variance()) / total, total);
    }

    private double exceeded(VarianceEstimate own) {
        return Double.isInfinite(own.degreesOfFreedom())
                ? 1
                : FDistribution.of(own.degreesOfFreedom(), degreesOfFreedom)
                        .survivalProbability(own.variance() / usual);
    }

    private static ModeratedVariance fit(double freedom, List<VarianceEstimate> variances) {
        var logs = variances.stream()
                .mapToDouble(estimate -> Math.log(estimate.variance()))
                .toArray();
        var quartiles = Quantile.withDefaults().with(EstimationMethod.HF7).evaluate(logs, 0.25, 0.5, 0.75);
        var prior = priorDegreesOfFreedom(freedom, quartiles[2] - quartiles[0]);
        var median = FDistribution.of(freedom, prior).inverseCumulativeProbability(0.5);
        return new ModeratedVariance(Math.exp(quartiles[1]) / median, Math.min(MOST, prior));
    }

    private static double priorDegreesOfFreedom(double freedom, double distance) {
        if (distance >= distanceOfQuartiles(freedom, SMALLEST)) {
            return SMALLEST;
        }
        if (distance <= distanceOfQuartiles(freedom, LARGEST)) {
            return LARGEST;
        }
        return Math.exp(new BrentSolver(ACCURACY, ACCURACY, ACCURACY)
                .findRoot(
                        log -> distanceOfQuartiles(freedom, Math.exp(log)) - distance,
                        Math.log(SMALLEST),
                        Math.log(LARGEST)));
    }

    private static double distanceOfQuartiles(double freedom, double prior) {
        var distribution = FDistribution.of(freedom, prior);
        return Math.log(distribution.inverseCumulativeProbability(0.75))
                - Math.log(distribution.inverseCumulativeProbability(0.25));
    }
}
