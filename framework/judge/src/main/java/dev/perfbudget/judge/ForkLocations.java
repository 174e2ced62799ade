package dev.perfbudget.judge;

import dev.perfbudget.statistics.LogLocations;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The two locations of every fork of one side, by session.
 *
 * @param quantiles logarithms of a low quantile of each fork's values
 * @param means logarithms of the mean of each fork's values
 */
record ForkLocations(List<double[]> quantiles, List<double[]> means) {

    /**
     * The locations of one side.
     *
     * @param fewest values that a fork of either side has
     */
    static ForkLocations of(SampleValues values, int fewest) {
        var locations = values.sessions().stream()
                .map(session -> session.stream()
                        .map(fork -> LogLocations.of(fork, fewest))
                        .toList())
                .toList();
        return new ForkLocations(each(locations, LogLocations::quantile), each(locations, LogLocations::mean));
    }

    /** The values of all sessions together. */
    static double[] flat(List<double[]> sessions) {
        return sessions.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static List<double[]> each(List<List<LogLocations>> sessions, ToDoubleFunction<LogLocations> location) {
        return sessions.stream()
                .map(session -> session.stream().mapToDouble(location).toArray())
                .toList();
    }
}
