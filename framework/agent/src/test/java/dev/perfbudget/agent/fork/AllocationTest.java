package dev.perfbudget.agent.fork;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.perfbudget.agent.fork.Allocation.ByThread;
import dev.perfbudget.agent.fork.Allocation.Total;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AllocationTest {

    private static final int MEGABYTE = 1 << 20;

    @Test
    void of_a_total_is_the_difference() {
        assertThat(new Total(50).since(new Total(20))).hasValue(30);
    }

    @Test
    void by_thread_is_the_sum_over_threads_old_and_new() {
        var before = new ByThread(Map.of(1L, 100L, 2L, 10L), 2);
        var after = new ByThread(Map.of(1L, 150L, 2L, 10L, 3L, 7L), 3);

        assertThat(after.since(before)).hasValue(57);
    }

    @Test
    void by_thread_is_unknown_when_a_thread_has_ended() {
        var before = new ByThread(Map.of(1L, 100L, 2L, 10L), 2);

        assertThat(new ByThread(Map.of(1L, 150L), 2).since(before)).isEmpty();
    }

    @Test
    void by_thread_is_unknown_when_a_thread_has_come_and_gone() {
        var before = new ByThread(Map.of(1L, 100L), 1);

        assertThat(new ByThread(Map.of(1L, 150L), 2).since(before)).isEmpty();
        assertThat(new ByThread(Map.of(1L, 150L, 3L, 1L), 3).since(before)).isEmpty();
    }

    @Test
    void is_unknown_against_a_reading_of_another_kind() {
        assertThat(new Total(1).since(Allocation.unknown())).isEmpty();
        assertThat(new ByThread(Map.of(), 0).since(new Total(1))).isEmpty();
        assertThat(Allocation.unknown().since(new Total(1))).isEmpty();
    }

    @Test
    void counts_other_threads_but_neither_the_reader_nor_our_own() throws Exception {
        var other = new Allocator();
        var own = new Allocator();
        var meter = AllocationMeter.of(List.of(own.thread));

        var before = meter.read();
        other.allocate(10 * MEGABYTE);
        own.allocate(1000 * MEGABYTE);
        allocateHere(1000 * MEGABYTE);
        var allocated = meter.read().since(before);

        other.end();
        own.end();
        // A JVM without a total does not tell if some thread of the test run has ended meanwhile.
        allocated.ifPresent(bytes -> assertThat(bytes).isBetween(10L * MEGABYTE, 200L * MEGABYTE));
    }

    @Test
    void looks_at_each_living_thread_where_the_jvm_keeps_no_total() throws Exception {
        var other = new Allocator();
        var own = new Allocator();
        var ours = Set.of(Thread.currentThread().getId(), own.thread.getId());
        var meter = new AllocationMeter.OfEach((ThreadMXBean) ManagementFactory.getThreadMXBean(), ours);

        other.allocate(10 * MEGABYTE);
        var reading = (ByThread) meter.read();

        other.end();
        own.end();
        assertThat(reading.bytes())
                .hasEntrySatisfying(
                        other.thread.getId(), bytes -> assertThat(bytes).isBetween(10L * MEGABYTE, 11L * MEGABYTE))
                .doesNotContainKeys(Thread.currentThread().getId(), own.thread.getId());
        assertThat(reading.started()).isGreaterThanOrEqualTo(reading.bytes().size());
    }

    private static void allocateHere(int bytes) {
        for (int left = bytes; left > 0; left -= MEGABYTE) {
            assertThat(new byte[MEGABYTE]).isNotNull();
        }
    }

    /** A thread that allocates when told, and lives on. */
    private static final class Allocator {

        private final CountDownLatch end = new CountDownLatch(1);
        private final CountDownLatch done = new CountDownLatch(1);
        private final CountDownLatch told = new CountDownLatch(1);
        private volatile int bytes;
        final Thread thread = new Thread(this::run);

        Allocator() {
            thread.setDaemon(true);
            thread.start();
        }

        void allocate(int wanted) throws InterruptedException {
            bytes = wanted;
            told.countDown();
            done.await();
        }

        void end() {
            end.countDown();
        }

        private void run() {
            try {
                told.await();
                allocateHere(bytes);
                done.countDown();
                end.await();
            } catch (InterruptedException hurried) {
                // Then it ends now.
            }
        }
    }
}
