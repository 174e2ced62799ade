package dev.perfbudget.agent.fork;

import com.sun.management.ThreadMXBean;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what threads have allocated, without counting the reader and other threads of ours. */
sealed interface AllocationMeter {

    Allocation read();

    /**
     * The best meter that this JVM has.
     *
     * @param own threads whose allocation does not count, besides the thread that calls this, and reads later
     */
    static AllocationMeter of(List<Thread> own) {
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)
                || !threads.isThreadAllocatedMemorySupported()) {
            return new Silent();
        }
        threads.setThreadAllocatedMemoryEnabled(true);
        var ours = Stream.concat(Stream.of(Thread.currentThread()), own.stream())
                .map(Thread::getId)
                .collect(Collectors.toUnmodifiableSet());
        return totalOf(threads)
                .<AllocationMeter>map(total -> new OfAll(threads, total, ours))
                .orElseGet(() -> new OfEach(threads, ours));
    }

    private static Optional<MethodHandle> totalOf(ThreadMXBean threads) {
        try {
            // Since JDK 21, and in later updates of 17.
            var total = MethodHandles.publicLookup()
                    .findVirtual(ThreadMXBean.class, "getTotalThreadAllocatedBytes", MethodType.methodType(long.class))
                    .bindTo(threads);
            return Optional.of(total);
        } catch (NoSuchMethodException | IllegalAccessException older) {
            return Optional.empty();
        }
    }

    /** A JVM that does not tell. */
    record Silent() implements AllocationMeter {

        @Override
        public Allocation read() {
            return Allocation.unknown();
        }
    }

    /** All threads that ever were, less ours. */
    final class OfAll implements AllocationMeter {

        private final ThreadMXBean threads;
        private final MethodHandle total;
        private final long[] ours;

        OfAll(ThreadMXBean threads, MethodHandle total, Set<Long> ours) {
            this.threads = threads;
            this.total = total;
            this.ours = ours.stream().mapToLong(Long::longValue).toArray();
        }

        @Override
        public Allocation read() {
            try {
                var all = (long) total.invokeExact();
                for (var own : threads.getThreadAllocatedBytes(ours)) {
                    all -= Math.max(0, own);
                }
                return new Allocation.Total(all);
            } catch (Throwable refused) {
                return Allocation.unknown();
            }
        }
    }

    /** The threads that live, but for ours. */
    record OfEach(ThreadMXBean threads, Set<Long> ours) implements AllocationMeter {

        @Override
        public Allocation read() {
            var started = threads.getTotalStartedThreadCount();
            var ids = threads.getAllThreadIds();
            var bytes = threads.getThreadAllocatedBytes(ids);
            var byThread = new HashMap<Long, Long>();
            for (int i = 0; i < ids.length; i++) {
                if (bytes[i] >= 0 && !ours.contains(ids[i])) {
                    byThread.put(ids[i], bytes[i]);
                }
            }
            return new Allocation.ByThread(byThread, started);
        }
    }
}
