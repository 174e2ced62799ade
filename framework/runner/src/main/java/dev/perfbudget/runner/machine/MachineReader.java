package dev.perfbudget.runner.machine;

import java.nio.file.Path;
import java.util.Map;

/** Reads the machine that this runs on. */
public final class MachineReader {

    private final Path root;
    private final Map<String, String> environment;

    /**
     * @param root of the file system: {@code /}
     * @param environment variables, which some containers can be told by
     */
    public MachineReader(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = Map.copyOf(environment);
    }

    /** Takes about half a second. */
    public Machine read() {
        var system = OneSystem.info();
        var processor = system.getHardware().getProcessor();
        var memory = system.getHardware().getMemory().getTotal();
        var group = new ControlGroup(root);
        return new Machine(
                processor.getProcessorIdentifier().getName().strip(),
                processor.getLogicalProcessorCount(),
                processor.getPhysicalProcessorCount(),
                group.memoryLimit().map(limit -> Math.min(limit, memory)).orElse(memory),
                group.cpuQuota(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                new Container(root, environment).kind());
    }
}
