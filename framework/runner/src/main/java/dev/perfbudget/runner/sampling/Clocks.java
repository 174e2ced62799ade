package dev.perfbudget.runner.sampling;

import java.lang.management.ManagementFactory;
import java.time.Instant;

/** The clocks of the thread that samples. */
interface Clocks {

    /** The monotonic clock, which all durations are by. */
    long nanoTime();

    /** Processor time of the calling thread, in nanoseconds. */
    long cpuNanos();

    /** The wall clock, which may jump: a label, no more. */
    Instant time();

    /** Those of the JVM. A JVM that does not count a thread's time has it cost all the time that passes. */
    static Clocks ofThisThread() {
        var threads = ManagementFactory.getThreadMXBean();
        var counts = threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
        return new Clocks() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public long cpuNanos() {
                return counts ? threads.getCurrentThreadCpuTime() : System.nanoTime();
            }

            @Override
            public Instant time() {
                return Instant.now();
            }
        };
    }
}
