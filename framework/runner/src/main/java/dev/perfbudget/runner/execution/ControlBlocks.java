package dev.perfbudget.runner.execution;

import dev.perfbudget.judge.ControlCheck;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Pairing.BlockForks;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.protocol.ToHost;
import dev.perfbudget.runner.block.BlockOutcome;
import dev.perfbudget.runner.block.TurnOrder;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of a calibration kernel beside itself, spread over a run: one for every ten others, in at most a tenth of the
 * time. A run that is too short for three of them has none.
 */
final class ControlBlocks {

    private static final int BLOCKS_FOR_ONE = 10;
    private static final int SHORTEST_RUN = BLOCKS_FOR_ONE * ControlCheck.FEWEST_BLOCKS;
    private static final String CLASS_NAME = "dev.perfbudget.agent.control.CalibrationKernel";
    private static final PlannedBenchmark KERNEL = new PlannedBenchmark(
            new BenchmarkKey(CLASS_NAME + ".work", BenchmarkMode.AVERAGE_TIME.label(), Map.of()),
            CLASS_NAME,
            List.of("work"),
            List.of(CLASS_NAME),
            false,
            1,
            0,
            1,
            List.of());

    private final MeasuredBenchmark kernel;
    private final Opening opening;
    private final Recorder recorder;
    private final WallCap cap;
    private final SplittableRandom seeds;
    private @Nullable BiFunction<ToHost.RunFork, TurnOrder, BlockOutcome> hosts;
    private Duration spent = Duration.ZERO;

    /** Makes hosts that run a benchmark of ours beside itself. */
    interface Opening {
        BiFunction<ToHost.RunFork, TurnOrder, BlockOutcome> open(MeasuredBenchmark kernel) throws IOException;
    }

    /** Makes the records of both forks of a block and puts them on disk. */
    interface Recorder {
        BlockForks record(MeasuredBenchmark kernel, BlockOutcome.Completed block) throws IOException;
    }

    /** @param seeds from which is drawn whose turn it is */
    ControlBlocks(
            ForkEffort effort,
            Duration timeout,
            Opening opening,
            Recorder recorder,
            WallCap cap,
            SplittableRandom seeds) {
        this.kernel = new MeasuredBenchmark(0, KERNEL, effort, timeout);
        this.opening = opening;
        this.recorder = recorder;
        this.cap = cap;
        this.seeds = seeds;
    }

    /** Runs one, if that is due after what has been measured, and takes no time from what has to be confirmed. */
    void runIfDue(Collection<PairedBenchmark> benchmarks) throws IOException {
        var measured = measured(benchmarks);
        var planned = benchmarks.stream()
                .mapToInt(benchmark -> benchmark.measured().plannedForks())
                .sum();
        var isDue = kernel.failures().isEmpty() && planned >= SHORTEST_RUN && blocks() < measured / BLOCKS_FOR_ONE;
        if (isDue && isAffordable(expected(measured), benchmarks)) {
            runOne();
        }
    }

    private Duration expected(int measured) {
        return blocks() == 0 ? cap.elapsed().dividedBy(measured) : spent.dividedBy(blocks());
    }

    private boolean isAffordable(Duration expected, Collection<PairedBenchmark> benchmarks) {
        var share = spent.plus(expected).multipliedBy(BLOCKS_FOR_ONE);
        var reserve = benchmarks.stream().map(PairedBenchmark::leftToConfirm).reduce(Duration.ZERO, Duration::plus);
        return share.compareTo(cap.elapsed().plus(expected)) <= 0 && cap.allows(expected.plus(reserve));
    }

    private void runOne() throws IOException {
        if (hosts == null) {
            hosts = opening.open(kernel);
        }
        if (kernel.failures().isEmpty()) {
            run(hosts);
        }
    }

    private void run(BiFunction<ToHost.RunFork, TurnOrder, BlockOutcome> hosts) throws IOException {
        var start = cap.elapsed();
        var outcome = hosts.apply(kernel.nextFork(), new TurnOrder(seeds.nextLong()));
        var took = cap.elapsed().minus(start);
        if (outcome instanceof BlockOutcome.Completed completed) {
            var forks = recorder.record(kernel, completed);
            kernel.add(forks.candidate(), completed.candidate().result().threads(), took);
            spent = spent.plus(took);
        }
        if (outcome instanceof BlockOutcome.Failed failed) {
            kernel.fail(failed.failure());
        }
    }

    /** Why there is no control, where a run of this length should have one. */
    Optional<String> lack(Collection<PairedBenchmark> benchmarks) {
        if (blocks() >= ControlCheck.FEWEST_BLOCKS) {
            return Optional.empty();
        }
        if (!kernel.failures().isEmpty()) {
            return Optional.of("No control: the calibration kernel could not be measured: "
                    + kernel.failures().get(0).message());
        }
        return measured(benchmarks) < SHORTEST_RUN
                ? Optional.empty()
                : Optional.of("No control: a tenth of the time was too short for " + ControlCheck.FEWEST_BLOCKS
                        + " blocks of the calibration kernel");
    }

    private int blocks() {
        return kernel.forks().size();
    }

    private static int measured(Collection<PairedBenchmark> benchmarks) {
        return benchmarks.stream()
                .mapToInt(benchmark -> benchmark.measured().forks().size())
                .sum();
    }
}
