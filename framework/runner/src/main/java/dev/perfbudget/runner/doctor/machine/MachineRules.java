package dev.perfbudget.runner.doctor.machine;

import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.queue.MachineQueue;
import dev.perfbudget.runner.queue.QueueLook;
import java.nio.file.Path;
import java.util.List;

/** All rules about machines. */
public final class MachineRules {

    private MachineRules() {}

    /** About the machine that this runs on. They take about a second, all together. */
    public static List<Rule> ofThisMachine() {
        var files = new SystemFiles(Path.of("/"));
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return all(
                files,
                new WatchedSecond(files, WatchedSecond::spin),
                QueueLook.at(MachineQueue.directories(temporary), files.root()));
    }

    static List<Rule> all(SystemFiles files, WatchedSecond second, QueueLook queue) {
        return List.of(
                new LoadOfOthers(files, second),
                new Steal(second),
                new OtherMeasurements(queue),
                new FrequencyGovernor(files),
                new Turbo(files),
                new Throttling(files),
                new SimultaneousThreads(files),
                new Processors(Runtime.getRuntime().availableProcessors()),
                new VirtualMachine(files),
                new ContainerQuota(files),
                new Memory(files),
                new Swap(files),
                new ClockSource(files),
                new Clock(System::nanoTime),
                new Power(files));
    }
}
