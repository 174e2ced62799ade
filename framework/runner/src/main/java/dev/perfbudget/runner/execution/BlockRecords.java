package dev.perfbudget.runner.execution;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Pairing.BlockForks;
import dev.perfbudget.runner.block.BlockOutcome;
import dev.perfbudget.runner.host.ForkOutcome;
import dev.perfbudget.runner.recording.ForkAssembly;
import dev.perfbudget.runner.recording.RunRecord;
import dev.perfbudget.runner.sampling.BlockTelemetry;
import java.io.IOException;
import java.util.Map;

/** Makes the records of blocks, and puts them on disk. */
final class BlockRecords implements BlockRounds.Recorder {

    private final RunRecord record;
    private final ForkAssembly assembly;
    private final ResourceWatch watch;

    BlockRecords(RunRecord record, ForkAssembly assembly, ResourceWatch watch) {
        this.record = record;
        this.assembly = assembly;
        this.watch = watch;
    }

    @Override
    public MeasuredBlock assemble(MeasuredBenchmark benchmark, BlockOutcome.Completed block) {
        var ofBaseline = watch.resourcesOf(block.baseline().ready().pid());
        var ofCandidate = watch.resourcesOf(block.candidate().ready().pid());
        var forks = new BlockForks(
                fork(benchmark, block.baseline(), ResourceWatch.beside(ofBaseline, ofCandidate)),
                fork(benchmark, block.candidate(), ResourceWatch.beside(ofCandidate, ofBaseline)));
        return new MeasuredBlock(
                forks,
                block.candidate().result().threads(),
                new BlockTelemetry(ofBaseline, ofCandidate).disturbances());
    }

    private Fork fork(MeasuredBenchmark benchmark, ForkOutcome.Completed completed, Map<String, Double> resources) {
        return assembly.assemble(benchmark.id(), benchmark.forks().size(), completed, resources);
    }

    @Override
    public void keep(MeasuredBenchmark benchmark, BlockForks forks) throws IOException {
        record.append(benchmark.number(), forks);
    }

    @Override
    public void keepApart(MeasuredBenchmark benchmark, BlockForks forks) throws IOException {
        record.appendDisturbed(benchmark.number(), forks);
    }
}
