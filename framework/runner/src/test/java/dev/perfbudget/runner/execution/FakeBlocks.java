package dev.perfbudget.runner.execution;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Pairing.BlockForks;
import dev.perfbudget.model.Side;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.ToHost;
import dev.perfbudget.runner.block.BlockOutcome;
import dev.perfbudget.runner.block.TurnOrder;
import dev.perfbudget.runner.host.ForkOutcome;
import dev.perfbudget.statistics.Steadiness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;

/** Blocks by fake hosts and a fake clock: each takes ten seconds. */
abstract class FakeBlocks {

    static final ComparisonRules RULES = ComparisonRules.PAIRED;
    static final Duration PLENTY = Duration.ofHours(10);

    private final Random random = new Random(1);
    final List<String> ran = new ArrayList<>();
    final List<FromRunner> told = new ArrayList<>();
    final Map<BenchmarkKey, Double> noise = new HashMap<>();
    final Map<BenchmarkKey, Double> slowdown = new HashMap<>();
    final Map<BenchmarkKey, Side> failing = new HashMap<>();
    final PairedBenchmark parse = benchmark(1, "parse");
    final PairedBenchmark print = benchmark(2, "print");
    final RunNotes notes = new RunNotes();
    long now;
    int failsAfter = Integer.MAX_VALUE;
    IntPredicate killed = block -> false;
    IntPredicate disturbed = block -> false;
    final List<ToHost.Effort> efforts = new ArrayList<>();
    final Map<String, List<TurnOrder>> orders = new HashMap<>();
    Duration iterationLasts = Duration.ofMillis(50);
    int kept;
    int keptApart;

    /** What people see meanwhile. */
    List<String> lines() {
        return told.stream()
                .filter(FromRunner.Progress.class::isInstance)
                .map(message -> ((FromRunner.Progress) message).line())
                .toList();
    }

    ForkOutcome fork(ToHost.RunFork fork) {
        now += Duration.ofSeconds(10).toNanos();
        ran.add(fork.benchmark().name().replaceAll(".*[.]", "") + " alone");
        return Forks.completed(fork.benchmark());
    }

    BlockRounds rounds(Duration cap, boolean stopsIfFutile) {
        return rounds(cap, stopsIfFutile, () -> {});
    }

    BlockRounds rounds(Duration cap, boolean stopsIfFutile, BlockRounds.Between between) {
        var names =
                new DisplayNames(List.of(parse.measured().id(), print.measured().id()));
        return new BlockRounds(
                this::block,
                new FakeRecords(),
                between,
                told::add,
                new BlockLine(names),
                new WallCap(cap, () -> now),
                () -> false,
                7,
                stopsIfFutile);
    }

    private BlockOutcome block(ToHost.RunFork fork, TurnOrder order, Duration longestTurn) {
        if (iterationLasts.compareTo(longestTurn) > 0) {
            return new BlockOutcome.TooLong(iterationLasts);
        }
        var name = fork.benchmark().name().replaceAll(".*[.]", "");
        now += Duration.ofSeconds(10).toNanos();
        ran.add(name);
        orders.computeIfAbsent(name, first -> new ArrayList<>()).add(order);
        efforts.add(fork.effort());
        var side = ran.size() > failsAfter ? Side.BASELINE : failing.get(fork.benchmark());
        if (side != null) {
            return new BlockOutcome.Failed(
                    side,
                    new ForkOutcome.Failed(ForkFailure.Kind.THREW, "threw java.lang.NoSuchMethodError: gone.", ""));
        }
        if (killed.test(ran.size())) {
            return new BlockOutcome.Failed(
                    Side.BASELINE, new ForkOutcome.Failed(ForkFailure.Kind.DIED, "killed by signal 9", ""));
        }
        return new BlockOutcome.Completed(Forks.completed(fork.benchmark()), Forks.completed(fork.benchmark()));
    }

    /** A disk that remembers how many blocks it has. */
    private final class FakeRecords implements BlockRounds.Recorder {

        @Override
        public MeasuredBlock assemble(MeasuredBenchmark benchmark, BlockOutcome.Completed block) {
            var forks = new BlockForks(fork(benchmark, 0), fork(benchmark, 1));
            return new MeasuredBlock(forks, 1, disturbed.test(ran.size()) ? List.of("steal 14 %") : List.of());
        }

        @Override
        public void keep(MeasuredBenchmark benchmark, BlockForks forks) {
            kept++;
        }

        @Override
        public void keepApart(MeasuredBenchmark benchmark, BlockForks forks) {
            keptApart++;
        }
    }

    Fork fork(MeasuredBenchmark measured, int candidate) {
        var score = 118.2
                * Math.exp(random.nextGaussian() * noise.getOrDefault(measured.key(), 0.002))
                * (1 + candidate * slowdown.getOrDefault(measured.key(), 0.0));
        return Forks.of(measured.id(), measured.forks().size(), new Steadiness(true, 0), score, iterationLasts);
    }

    static PairedBenchmark benchmark(int number, String method) {
        // As few warmups as are ever asked for: all blocks have as many iterations.
        return benchmark(number, method, new Iterations(2, 58, Duration.ofMillis(50)));
    }

    static PairedBenchmark benchmark(int number, String method, Iterations iterations) {
        var measured = new MeasuredBenchmark(
                number,
                Forks.planned(method, 5, 0),
                new ForkEffort(5, 0, Optional.of(iterations)),
                Duration.ofSeconds(60));
        return Forks.paired(measured);
    }
}
