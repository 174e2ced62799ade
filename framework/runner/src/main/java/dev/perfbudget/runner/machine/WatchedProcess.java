package dev.perfbudget.runner.machine;

import dev.perfbudget.model.Resource;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import oshi.software.os.OSProcess;

/** A process that is read again and again. */
final class WatchedProcess {

    private final OSProcess process;
    private final LinuxProcess linux;
    private final boolean tellsInputAndOutput;

    private WatchedProcess(OSProcess process, LinuxProcess linux, boolean tellsInputAndOutput) {
        this.process = process;
        this.linux = linux;
        this.tellsInputAndOutput = tellsInputAndOutput;
    }

    static WatchedProcess of(OSProcess process, Path root) {
        var linux = new LinuxProcess(root, process.getProcessID());
        return new WatchedProcess(process, linux, !isLinux() || linux.tellsInputAndOutput());
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").equals("Linux");
    }

    /** Empty once it has ended. */
    Optional<Map<Resource, Double>> read() {
        if (!process.updateAttributes() || process.getState() == OSProcess.State.ZOMBIE) {
            return Optional.empty();
        }
        var values = new EnumMap<Resource, Double>(Resource.class);
        values.put(Resource.CPU_USER, (double) process.getUserTime());
        values.put(Resource.CPU_KERNEL, (double) process.getKernelTime());
        putIfTold(values, Resource.RSS, process.getResidentMemory());
        putIfTold(values, Resource.RSS_LAST, process.getResidentMemory());
        putIfTold(values, Resource.VIRTUAL, process.getVirtualSize());
        putIfTold(values, Resource.THREADS, process.getThreadCount());
        putFaults(values);
        putSwitches(values);
        if (tellsInputAndOutput) {
            values.put(Resource.IO_READ, (double) process.getBytesRead());
            values.put(Resource.IO_WRITTEN, (double) process.getBytesWritten());
        }
        return Optional.of(values);
    }

    /** No process gets its memory without a fault: none means that the system does not tell. */
    private void putFaults(Map<Resource, Double> values) {
        if (process.getMinorFaults() > 0) {
            values.put(Resource.FAULTS_MINOR, (double) process.getMinorFaults());
            values.put(Resource.FAULTS_MAJOR, (double) process.getMajorFaults());
        }
    }

    private void putSwitches(Map<Resource, Double> values) {
        if (isLinux()) {
            // The kernel brings the peak up to date now and then only: it may be less than what is resident.
            linux.read().forEach((resource, value) -> values.merge(resource, value, Math::max));
            return;
        }
        putIfTold(values, Resource.SWITCHES_VOLUNTARY, process.getVoluntaryContextSwitches());
        putIfTold(values, Resource.SWITCHES_INVOLUNTARY, process.getInvoluntaryContextSwitches());
    }

    /** OSHI says zero of what a system does not tell. */
    private static void putIfTold(Map<Resource, Double> values, Resource resource, long value) {
        if (value > 0) {
            values.put(resource, (double) value);
        }
    }
}
