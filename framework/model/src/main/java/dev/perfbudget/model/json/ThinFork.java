package dev.perfbudget.model.json;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Dimension;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.input.MemoryAllowance;
import dev.perfbudget.model.input.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fork without the times of its single operations: of each iteration their mean stays. */
final class ThinFork {

    private ThinFork() {}

    /**
     * What stays of a fork, if it can be one.
     *
     * @param source the file as it was named
     * @param place of the fork in the file, for messages
     */
    static Fork of(Fork fork, MemoryAllowance allowance, String source, String place) throws UnreadableFileException {
        var wrong = wrong(fork);
        if (wrong.isPresent()) {
            throw new UnreadableFileException("[" + source + "] " + place + ": fork [" + fork.index() + "] of ["
                    + fork.benchmark() + "] " + wrong.get());
        }
        allowance.takeFork(source);
        var iterations = new ArrayList<Iteration>();
        for (var iteration : fork.iterations()) {
            allowance.takeIteration(source);
            iterations.add(of(iteration));
        }
        return new Fork(
                fork.benchmark(),
                fork.index(),
                fork.start(),
                fork.unit(),
                iterations,
                List.of(),
                fork.steadiness(),
                Map.of(),
                fork.resources());
    }

    private static Optional<String> wrong(Fork fork) {
        var unit = Unit.parse(fork.unit());
        var wanted = fork.benchmark().mode() == BenchmarkMode.THROUGHPUT ? Dimension.RATE : Dimension.TIME;
        if (unit.isEmpty()) {
            return Optional.of("is in [" + fork.unit() + "], which is no unit that is known here.");
        }
        if (unit.get().dimension() != wanted) {
            return Optional.of("is in [" + fork.unit() + "], which its mode does not give.");
        }
        if (fork.iterations().stream().allMatch(Iteration::warmup)) {
            return Optional.of("has no measured iteration. Measure again.");
        }
        return fork.iterations().stream()
                .filter(ThinFork::isNegative)
                .findFirst()
                .map(iteration -> "has a negative number in iteration [" + iteration.index()
                        + "], which no measurement is. Is the file changed by hand?");
    }

    private static boolean isNegative(Iteration iteration) {
        return iteration.score() < 0
                || iteration.operations() < 0
                || iteration.latencies().stream().anyMatch(latency -> latency.time() < 0 || latency.count() < 0);
    }

    private static Iteration of(Iteration iteration) {
        return new Iteration(
                iteration.warmup(),
                iteration.index(),
                iteration.start(),
                iteration.duration(),
                iteration.score(),
                iteration.operations(),
                List.of(),
                mean(iteration.latencies()),
                iteration.counters());
    }

    private static List<Iteration.Latency> mean(List<Iteration.Latency> latencies) {
        var count = latencies.stream().mapToLong(Iteration.Latency::count).sum();
        if (count <= 0) {
            return List.of();
        }
        var time = latencies.stream()
                .mapToDouble(latency -> latency.time() * latency.count())
                .sum();
        return List.of(new Iteration.Latency(time / count, count));
    }
}
