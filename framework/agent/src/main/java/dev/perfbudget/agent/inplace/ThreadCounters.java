package dev.perfbudget.agent.inplace;

import com.sun.management.ThreadMXBean;
import dev.perfbudget.agent.fork.Counters;
import dev.perfbudget.agent.fork.Reading;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * CPU time and allocation of the calling thread over one slice, and the counters of the JVM. Between the two readings of
 * allocation nothing is allocated here, so that all of it is the operations'.
 */
final class ThreadCounters {

    private static final long UNKNOWN = -1;

    private final Counters patient = Counters.patient();
    private final Optional<ThreadMXBean> threads = threads();
    private Reading before = Reading.none();
    private long cpu;
    private long allocated;

    /** Right before the first operation. */
    void begin() {
        before = patient.readLastly();
        cpu = cpu();
        allocated = allocated();
    }

    /** Right after the last operation: what was counted, by the names that forks use. */
    Map<String, Long> end() {
        var allocatedInAll = allocated();
        var cpuInAll = cpu();
        var counters = new HashMap<>(patient.readFirstly().since(before));
        put("allocated", allocated, allocatedInAll, counters);
        put("cpu", cpu, cpuInAll, counters);
        return counters;
    }

    private static void put(String name, long start, long end, Map<String, Long> counters) {
        if (start != UNKNOWN && end != UNKNOWN) {
            counters.put(name, end - start);
        }
    }

    private long cpu() {
        return threads.isPresent() && threads.get().isCurrentThreadCpuTimeSupported()
                ? threads.get().getCurrentThreadCpuTime()
                : UNKNOWN;
    }

    private long allocated() {
        return threads.isPresent() && threads.get().isThreadAllocatedMemorySupported()
                ? threads.get().getCurrentThreadAllocatedBytes()
                : UNKNOWN;
    }

    private static Optional<ThreadMXBean> threads() {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
                ? Optional.of(threads)
                : Optional.empty();
    }
}
