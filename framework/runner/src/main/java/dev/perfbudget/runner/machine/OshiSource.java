package dev.perfbudget.runner.machine;

import dev.perfbudget.model.Resource;
import dev.perfbudget.runner.sampling.ProcessorTimes;
import dev.perfbudget.runner.sampling.ResourceSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;

/** Reads resources through OSHI, each process by its id: never the list of all. For one thread. */
public final class OshiSource implements ResourceSource {

    private final Path root;
    private final SystemInfo system = OneSystem.info();
    private final CentralProcessor processor = system.getHardware().getProcessor();
    private final MachineLevels levels;
    private final Map<Long, WatchedProcess> processes = new HashMap<>();

    /**
     * Takes up to half a second.
     *
     * @param root of the file system: {@code /}
     */
    public OshiSource(Path root) {
        this.root = root;
        this.levels = new MachineLevels(root, system.getHardware());
    }

    @Override
    public Optional<Map<Resource, Double>> process(long pid) {
        var watched = Optional.ofNullable(processes.get(pid)).or(() -> find(pid));
        var values = watched.flatMap(WatchedProcess::read);
        values.ifPresentOrElse(read -> processes.put(pid, watched.get()), () -> processes.remove(pid));
        return values;
    }

    private Optional<WatchedProcess> find(long pid) {
        return Optional.ofNullable(system.getOperatingSystem().getProcess(Math.toIntExact(pid)))
                .map(process -> WatchedProcess.of(process, root));
    }

    @Override
    public ProcessorTimes processors() {
        var ticks = processor.getSystemCpuLoadTicks();
        return new ProcessorTimes(
                processor.getLogicalProcessorCount(),
                spent(ticks, TickType.USER) + spent(ticks, TickType.NICE),
                spent(ticks, TickType.SYSTEM) + spent(ticks, TickType.IRQ) + spent(ticks, TickType.SOFTIRQ),
                spent(ticks, TickType.IOWAIT),
                spent(ticks, TickType.STEAL),
                spent(ticks, TickType.IDLE));
    }

    private static double spent(long[] ticks, TickType type) {
        return ticks[type.getIndex()];
    }

    @Override
    public Map<Resource, Double> system() {
        return levels.read(processor);
    }
}
