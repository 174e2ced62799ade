package dev.perfbudget.runner.execution;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Pairing.BlockForks;
import dev.perfbudget.model.Side;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.ToHost;
import dev.perfbudget.runner.block.BlockOutcome;
import dev.perfbudget.runner.block.TurnOrder;
import dev.perfbudget.runner.host.ForkOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Runs blocks: of every benchmark one, then each up to its first look; then of those that are open, the one first that
 * will probably be decided soonest, until all are or the time is used up.
 */
final class BlockRounds {

    private final Hosts hosts;
    private final Recorder recorder;
    private final Between between;
    private final Audience audience;
    private final BlockLine line;
    private final WallCap cap;
    private final BooleanSupplier cancelled;
    private final long seed;
    private final Map<BenchmarkId, SplittableRandom> seeds = new HashMap<>();
    private final boolean stopsIfFutile;

    /** Those of both sides. */
    interface Hosts {

        /**
         * Runs a block.
         *
         * @param longestTurn beyond which it is ended soon
         */
        BlockOutcome run(ToHost.RunFork fork, TurnOrder order, Duration longestTurn);
    }

    /** Makes the records of blocks and puts them on disk. */
    interface Recorder {

        /** The records of a block that is the benchmark's next. */
        MeasuredBlock assemble(MeasuredBenchmark benchmark, BlockOutcome.Completed block);

        /** Puts the block on disk. */
        void keep(MeasuredBenchmark benchmark, BlockForks forks) throws IOException;

        /** The same of a block that another will replace. */
        void keepApart(MeasuredBenchmark benchmark, BlockForks forks) throws IOException;
    }

    /** What is done between two blocks. */
    interface Between {
        void run() throws IOException;
    }

    /**
     * @param seed from which is drawn whose turn it is
     * @param stopsIfFutile whether a benchmark ends that will probably stay open
     */
    BlockRounds(
            Hosts hosts,
            Recorder recorder,
            Between between,
            Audience audience,
            BlockLine line,
            WallCap cap,
            BooleanSupplier cancelled,
            long seed,
            boolean stopsIfFutile) {
        this.hosts = hosts;
        this.recorder = recorder;
        this.between = between;
        this.audience = audience;
        this.line = line;
        this.cap = cap;
        this.cancelled = cancelled;
        this.seed = seed;
        this.stopsIfFutile = stopsIfFutile;
    }

    /**
     * Runs the present stage of these benchmarks to its end.
     *
     * @param rules of the stage, with alpha for each benchmark
     */
    void run(Collection<PairedBenchmark> benchmarks, ComparisonRules rules) throws IOException {
        for (var next = next(benchmarks); next.isPresent(); next = next(benchmarks)) {
            runOne(next.get(), benchmarks, rules);
            if (!cancelled.getAsBoolean()) {
                between.run();
            }
        }
    }

    private Optional<PairedBenchmark> next(Collection<PairedBenchmark> benchmarks) {
        if (cancelled.getAsBoolean()) {
            return Optional.empty();
        }
        var possible = benchmarks.stream()
                .filter(PairedBenchmark::isOpen)
                .filter(benchmark -> isTimeFor(benchmark.expected(), benchmarks))
                .toList();
        return firstLooks(possible).or(() -> soonestDecided(possible));
    }

    /** What looks regressed is worth nothing unless it can be confirmed: time for that is kept back. */
    private boolean isTimeFor(Duration block, Collection<PairedBenchmark> all) {
        return cap.allows(all.stream().map(PairedBenchmark::untilConfirmed).reduce(block, Duration::plus));
    }

    /**
     * One block of each, for what has none was not measured; then, and from the beginning while suspects are confirmed, one
     * benchmark after the other, so that those which there is time for come to their first look, beginning with those that
     * will probably be decided soonest.
     */
    private static Optional<PairedBenchmark> firstLooks(List<PairedBenchmark> possible) {
        return possible.stream()
                .filter(PairedBenchmark::isBeforeFirstLook)
                .min(Comparator.comparing(PairedBenchmark::isMeasured)
                        .thenComparing(
                                Comparator.comparingInt(PairedBenchmark::blocks).reversed())
                        .thenComparing(PairedBenchmark::untilDecided));
    }

    private static Optional<PairedBenchmark> soonestDecided(List<PairedBenchmark> possible) {
        return possible.stream().min(Comparator.comparing(PairedBenchmark::untilDecided));
    }

    private void runOne(PairedBenchmark benchmark, Collection<PairedBenchmark> all, ComparisonRules rules)
            throws IOException {
        var measured = benchmark.measured();
        if (measured.isUntouched()) {
            audience.tell(new FromRunner.Started(measured.key()));
        }
        var start = cap.elapsed();
        var outcome = hosts.run(measured.nextFork(), nextOrder(measured.id()), benchmark.longestTurn());
        if (outcome instanceof BlockOutcome.Completed completed) {
            var block = recorder.assemble(measured, completed);
            var took = cap.elapsed().minus(start);
            if (block.isDisturbed() && benchmark.mayRepeat() && isTimeForAnother(benchmark, took, all)) {
                recorder.keepApart(measured, block.forks());
                benchmark.repeat(block);
                audience.tell(line.disturbed(benchmark, block));
                return;
            }
            recorder.keep(measured, block.forks());
            benchmark.add(block, took);
            look(benchmark, all, rules);
        }
        if (outcome instanceof BlockOutcome.TooLong turn) {
            benchmark.shorten(turn.lasted());
            audience.tell(line.shortened(benchmark, turn.lasted()));
        }
        if (outcome instanceof BlockOutcome.Failed failed) {
            fail(benchmark, failed);
        }
    }

    /**
     * The n-th block of a benchmark has the same order for the same seed, whatever is measured beside it and however many
     * blocks the others get: how many depends on time and noise.
     */
    private TurnOrder nextOrder(BenchmarkId benchmark) {
        var ofBenchmark = seeds.computeIfAbsent(
                benchmark,
                first ->
                        new SplittableRandom(seed ^ ((long) benchmark.toString().hashCode() << Integer.SIZE)));
        return new TurnOrder(ofBenchmark.nextLong());
    }

    /** As long as this block, or as what {@link #next} will expect of it: otherwise nothing would replace it. */
    private boolean isTimeForAnother(PairedBenchmark benchmark, Duration took, Collection<PairedBenchmark> all) {
        return isTimeFor(took, all) && isTimeFor(benchmark.expected(), all);
    }

    private void look(PairedBenchmark benchmark, Collection<PairedBenchmark> all, ComparisonRules rules) {
        var seen = benchmark.look(rules);
        var finished = line.finished(benchmark, seen);
        if (benchmark.blocks() == benchmark.nextLook()) {
            benchmark.goOnAfter(seen, stopsIfFutile);
        }
        audience.tell(BlockLine.withTimeLeft(finished, TimeLeft.of(all, cap)));
    }

    private static ForkOutcome.Failed ofBaseline(ForkOutcome.Failed failure) {
        return new ForkOutcome.Failed(
                failure.kind(), "On the baseline's side, twice: " + failure.message(), failure.detail());
    }

    private void fail(PairedBenchmark benchmark, BlockOutcome.Failed failed) {
        if (failed.side() == Side.CANDIDATE || failed.failure().kind() == ForkFailure.Kind.NOT_REACHED) {
            audience.tell(line.failed(benchmark, benchmark.measured().fail(failed.failure())));
            return;
        }
        var lack = BaselineLack.of(failed.failure());
        if (!lack.isCertain() && benchmark.mayTryAgain()) {
            audience.tell(line.triedAgain(benchmark, lack.why()));
            benchmark.tryAgain(lack.why());
            return;
        }
        if (lack.isMishap()) {
            audience.tell(line.failed(benchmark, benchmark.measured().fail(ofBaseline(failed.failure()))));
            return;
        }
        benchmark.lacks(lack.why());
        audience.tell(line.lacking(benchmark, lack.why()));
    }
}
