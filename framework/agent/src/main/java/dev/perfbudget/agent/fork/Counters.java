package dev.perfbudget.agent.fork;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * The counters that a JVM keeps of itself. Two orders of reading, so that the figures that any work would disturb,
 * CPU time and allocation, are read last before an iteration and first after it.
 */
public final class Counters {

    private static final long UNKNOWN = -1;

    private final AllocationMeter allocation;
    private final Map<String, LongSupplier> disturbed;
    private final Map<String, LongSupplier> patient;

    private Counters(
            AllocationMeter allocation, Map<String, LongSupplier> disturbed, Map<String, LongSupplier> patient) {
        this.allocation = allocation;
        this.disturbed = disturbed;
        this.patient = patient;
    }

    /**
     * The counters of this JVM.
     *
     * @param own threads besides the reading one whose allocation does not count
     */
    static Counters of(List<Thread> own) {
        var disturbed = new HashMap<String, LongSupplier>();
        cpuTime().ifPresent(time -> disturbed.put("cpu", time));
        return new Counters(AllocationMeter.of(own), Map.copyOf(disturbed), patientOnes());
    }

    /** The counters of this JVM without those that any work would disturb. */
    public static Counters patient() {
        return new Counters(new AllocationMeter.Silent(), Map.of(), patientOnes());
    }

    private static Map<String, LongSupplier> patientOnes() {
        var patient = new HashMap<String, LongSupplier>();
        var collectors = ManagementFactory.getGarbageCollectorMXBeans();
        patient.put("gc.count", () -> sum(collectors, GarbageCollectorMXBean::getCollectionCount));
        patient.put("gc.time", () -> sum(collectors, GarbageCollectorMXBean::getCollectionTime));
        patient.put("classes.loaded", ManagementFactory.getClassLoadingMXBean()::getTotalLoadedClassCount);
        jitTime().ifPresent(time -> patient.put("jit.time", time));
        return Map.copyOf(patient);
    }

    /** Before an iteration: what must be close to it comes last. */
    public Reading readLastly() {
        var values = new HashMap<String, Long>();
        read(patient, values);
        var allocated = allocation.read();
        read(disturbed, values);
        return new Reading(values, allocated);
    }

    /** After an iteration: what must be close to it comes first. */
    public Reading readFirstly() {
        var values = new HashMap<String, Long>();
        read(disturbed, values);
        var allocated = allocation.read();
        read(patient, values);
        return new Reading(values, allocated);
    }

    private static void read(Map<String, LongSupplier> counters, Map<String, Long> values) {
        counters.forEach((name, counter) -> {
            try {
                var value = counter.getAsLong();
                if (value != UNKNOWN) {
                    values.put(name, value);
                }
            } catch (RuntimeException refused) {
                // A counter that this JVM refuses is absent; it is no reason for the fork to fail.
                values.remove(name);
            }
        });
    }

    private static Optional<LongSupplier> cpuTime() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Optional.of(system::getProcessCpuTime)
                : Optional.empty();
    }

    private static Optional<LongSupplier> jitTime() {
        var compilation = ManagementFactory.getCompilationMXBean();
        return compilation != null && compilation.isCompilationTimeMonitoringSupported()
                ? Optional.of(compilation::getTotalCompilationTime)
                : Optional.empty();
    }

    private static long sum(List<GarbageCollectorMXBean> collectors, ToLongFunction<GarbageCollectorMXBean> figure) {
        return collectors.stream()
                .mapToLong(figure)
                .filter(value -> value != UNKNOWN)
                .sum();
    }
}
