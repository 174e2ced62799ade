package dev.perfbudget.judge;

import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.InvalidReason;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * The values of a sample in the common unit: by session, by fork.
 *
 * @param sessions none of them empty, nor any fork
 */
record SampleValues(List<List<double[]>> sessions) {

    static SampleValues of(Sample sample) {
        return new SampleValues(sample.sessions().stream()
                .map(session -> session.forks().stream()
                        .filter(fork -> !fork.values().isEmpty())
                        .map(fork -> values(sample, fork))
                        .toList())
                .filter(forks -> !forks.isEmpty())
                .toList());
    }

    private static double[] values(Sample sample, ForkSample fork) {
        return fork.values().stream()
                .mapToDouble(value -> CommonUnit.of(value, sample.unit()))
                .toArray();
    }

    /** Why no logarithm can be taken of them, if that is so. */
    Optional<InvalidReason> whyNoRatio(Side side) {
        return why(side, value -> !(value > 0) || Double.isInfinite(value));
    }

    /** Why they are no numbers, if that is so. */
    Optional<InvalidReason> whyNoNumbers(Side side) {
        return why(side, value -> !Double.isFinite(value));
    }

    private Optional<InvalidReason> why(Side side, DoublePredicate isUnusable) {
        if (sessions.isEmpty()) {
            return Optional.of(new InvalidReason.Empty(side));
        }
        var unusable = sessions.stream()
                .flatMap(List::stream)
                .flatMapToDouble(Arrays::stream)
                .filter(isUnusable)
                .toArray();
        return unusable.length == 0
                ? Optional.empty()
                : Optional.of(new InvalidReason.Unusable(side, unusable.length, unusable[0]));
    }

    int forks() {
        return sessions.stream().mapToInt(List::size).sum();
    }

    /** The fewest values that a fork has. */
    int fewestValues() {
        return sessions.stream()
                .flatMap(List::stream)
                .mapToInt(fork -> fork.length)
                .min()
                .orElse(0);
    }

    /** The same as logarithms. */
    SampleValues logs() {
        return new SampleValues(sessions.stream()
                .map(session -> session.stream()
                        .map(fork -> Arrays.stream(fork).map(Math::log).toArray())
                        .toList())
                .toList());
    }
}
