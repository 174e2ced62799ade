package dev.perfbudget.judge.acceptance;

import dev.perfbudget.statistics.MannWhitney;
import dev.perfbudget.statistics.NestedMean;
import dev.perfbudget.statistics.OrderStatisticInterval;
import dev.perfbudget.statistics.PairedT;
import dev.perfbudget.statistics.PooledT;
import dev.perfbudget.statistics.SignedRank;
import dev.perfbudget.statistics.StudentTBounds;
import dev.perfbudget.statistics.VarianceEstimate;
import dev.perfbudget.statistics.WelchT;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How often each one-sided bound of 99 %, and each test at 1 %, is wrong by itself: logarithms of the means of forks. */
final class IntervalErrors {

    private static final int[] FORKS = {3, 5, 10, 30};
    private static final int DRAWS_OF_TRUTH = 400_000;
    private static final double ALPHA = 0.01;

    private IntervalErrors() {}

    /** What is drawn, and what is true of it. */
    private static final class Draw {

        private final double[] baseline;
        private final double[] candidate;
        private final double[] twiceAsMany;
        private final Truth truth;

        Draw(ForkShape shape, int forks, Truth truth, Random random) {
            this.baseline = shape.logs(forks, random);
            this.candidate = shape.logs(forks, random);
            this.twiceAsMany = shape.logs(2 * forks, random);
            this.truth = truth;
        }

        double[] differences() {
            return IntStream.range(0, baseline.length)
                    .mapToDouble(fork -> candidate[fork] - baseline[fork])
                    .toArray();
        }
    }

    /** Of one fork. */
    private record Truth(double mean, double median) {

        static Truth of(ForkShape shape) {
            var random = new Random(3);
            var logs = IntStream.range(0, DRAWS_OF_TRUTH)
                    .mapToDouble(draw -> shape.logs(1, random)[0])
                    .sorted()
                    .toArray();
            return new Truth(Arrays.stream(logs).average().orElseThrow(), logs[logs.length / 2]);
        }
    }

    private enum Bound {
        MEAN_LOWER("mean (limits): lower bound") {
            @Override
            boolean isWrong(Draw draw) {
                return StudentTBounds.ofMean(draw.baseline, 1 - ALPHA)
                                .orElseThrow()
                                .lower()
                        > draw.truth.mean;
            }
        },
        MEAN_UPPER("mean: upper bound") {
            @Override
            boolean isWrong(Draw draw) {
                return StudentTBounds.ofMean(draw.baseline, 1 - ALPHA)
                                .orElseThrow()
                                .upper()
                        < draw.truth.mean;
            }
        },
        POOLED("difference, n v n: pooled t") {
            @Override
            boolean isWrong(Draw draw) {
                var before = NestedMean.of(draw.baseline);
                var after = NestedMean.of(draw.candidate);
                var common = PooledT.commonVariance(before, after).orElseThrow();
                return PooledT.difference(before, after, common, VarianceEstimate.known(0))
                                .bounds(1 - ALPHA)
                                .lower()
                        > 0;
            }
        },
        WELCH_LOWER("n v 2n: Welch's lower bound") {
            @Override
            boolean isWrong(Draw draw) {
                return WelchT.difference(draw.baseline, draw.twiceAsMany)
                                .orElseThrow()
                                .bounds(1 - ALPHA)
                                .lower()
                        > 0;
            }
        },
        WELCH_UPPER("its upper bound") {
            @Override
            boolean isWrong(Draw draw) {
                return WelchT.difference(draw.baseline, draw.twiceAsMany)
                                .orElseThrow()
                                .bounds(1 - ALPHA)
                                .upper()
                        < 0;
            }
        },
        PAIRED("blocks: paired t") {
            @Override
            boolean isWrong(Draw draw) {
                return PairedT.of(draw.differences())
                                .orElseThrow()
                                .bounds(1 - ALPHA)
                                .lower()
                        > 0;
            }
        },
        MANN_WHITNEY("Mann-Whitney") {
            @Override
            boolean isWrong(Draw draw) {
                return MannWhitney.of(draw.baseline, draw.candidate, 0)
                                .orElseThrow()
                                .pAtMost()
                        <= ALPHA;
            }
        },
        SIGNED_RANK("signed-rank") {
            @Override
            boolean isWrong(Draw draw) {
                return SignedRank.of(draw.differences(), 0).orElseThrow().pAtMost() <= ALPHA;
            }
        },
        MEDIAN("median by order: either bound (2 %)") {
            @Override
            boolean isWrong(Draw draw) {
                var interval = OrderStatisticInterval.of(draw.baseline, 0.5, 1 - ALPHA);
                return interval.lower()
                                .filter(lower -> lower > draw.truth.median)
                                .isPresent()
                        || interval.upper()
                                .filter(upper -> upper < draw.truth.median)
                                .isPresent();
            }
        };

        private final String label;

        Bound(String label) {
            this.label = label;
        }

        abstract boolean isWrong(Draw draw);
    }

    /** A row for each shape and number of forks. */
    static String table(int draws) {
        var labels = Arrays.stream(Bound.values()).map(bound -> bound.label).collect(Collectors.joining(" | "));
        var head = "%d draws a row.\n\n| shape | forks (n) | %s |\n|---|---%s|\n"
                .formatted(draws, labels, "|---".repeat(Bound.values().length));
        return head
                + Arrays.stream(ForkShape.values())
                        .map(shape -> rows(shape, draws))
                        .collect(Collectors.joining());
    }

    private static String rows(ForkShape shape, int draws) {
        var truth = Truth.of(shape);
        return Arrays.stream(FORKS)
                .mapToObj(forks -> row(shape, forks, truth, draws))
                .collect(Collectors.joining());
    }

    private static String row(ForkShape shape, int forks, Truth truth, int draws) {
        var random = new Random(1000L * shape.label().hashCode() + forks);
        var wrong = new EnumMap<Bound, Integer>(Bound.class);
        for (var i = 0; i < draws; i++) {
            var draw = new Draw(shape, forks, truth, random);
            for (var bound : Bound.values()) {
                wrong.merge(bound, bound.isWrong(draw) ? 1 : 0, Integer::sum);
            }
        }
        return wrong.values().stream()
                .map(errors -> String.format(Locale.ROOT, "%.2f %%", 100.0 * errors / draws))
                .collect(Collectors.joining(" | ", "| " + shape.label() + " | " + forks + " | ", " |\n"));
    }
}
