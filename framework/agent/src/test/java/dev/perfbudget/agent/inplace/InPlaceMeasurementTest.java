package dev.perfbudget.agent.inplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfbudget.protocol.FromFork.IterationEnded;
import dev.perfbudget.protocol.FromFork.Latency;
import dev.perfbudget.protocol.FromRunner.TurnGranted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InPlaceMeasurementTest {

    private static final TurnGranted SHORT = effort(2, 3, Duration.ofMinutes(1));

    private final List<String> alarms = new ArrayList<>();
    private int operations;

    /** What allocations are kept in, so that none of them is optimised away. */
    private byte[] kept = {};

    @Test
    void the_first_operation_stands_for_itself_and_is_warmup() throws Exception {
        var first = new AtomicInteger();

        var slices = measure(SHORT, first::incrementAndGet, () -> operations++).slices();

        assertThat(first).hasValue(1);
        assertThat(slices.get(0)).satisfies(slice -> {
            assertThat(slice.warmup()).isTrue();
            assertThat(slice.operations()).isOne();
        });
        assertThat(operations(slices)).isEqualTo(operations + 1);
    }

    @Test
    void slices_are_counted_apart_and_last_at_least_their_time() throws Exception {
        var slices = measure(SHORT, () -> operations++).slices();

        assertThat(slices.stream().filter(IterationEnded::warmup).map(IterationEnded::index))
                .startsWith(0, 1);
        assertThat(measured(slices)).extracting(IterationEnded::index).startsWith(0, 1);
        assertThat(measured(slices))
                .allSatisfy(slice -> assertThat(slice.nanos()).isGreaterThanOrEqualTo(1_000_000));
        assertThat(measured(slices).stream().mapToLong(IterationEnded::nanos).sum())
                .isGreaterThanOrEqualTo(3_000_000);
    }

    @Test
    void slow_operations_are_measured_a_few_times_however_long_they_take() throws Exception {
        var effort = new TurnGranted(1, 1, 1_000_000, 4, TimeUnit.MINUTES.toNanos(1));

        var slices = measure(effort, () -> TimeUnit.MILLISECONDS.sleep(3)).slices();

        assertThat(measured(slices)).hasSize(4).allSatisfy(slice -> assertThat(slice.operations())
                .isOne());
        assertThat(slices).hasSize(5);
    }

    @Test
    void times_of_all_operations_are_counted_and_their_mean_is_exact() throws Exception {
        var slices = measured(measure(SHORT, () -> operations++).slices());

        assertThat(slices).allSatisfy(slice -> {
            assertThat(slice.unit()).isEqualTo("ns/op");
            assertThat(slice.latencies().stream().mapToLong(Latency::count).sum())
                    .isEqualTo(slice.operations());
            assertThat(slice.latencies()).extracting(Latency::time).isSorted();
            assertThat(slice.score() * slice.operations()).isLessThanOrEqualTo(1.0 + slice.nanos());
        });
    }

    @Test
    void nothing_but_what_operations_allocate_is_counted() throws Exception {
        var idle = measured(measure(effort(50, 20, Duration.ofMinutes(1)), () -> operations++)
                .slices());
        var busy = measured(measure(SHORT, () -> kept = new byte[1000]).slices());

        assertThat(idle.get(idle.size() - 1).counters()).containsEntry("allocated", 0L);
        assertThat(busy).allSatisfy(slice -> assertThat(slice.counters().get("allocated"))
                .isEqualTo(1016 * slice.operations()));
        assertThat(kept).hasSize(1000);
    }

    @Test
    void processor_time_is_that_of_this_thread() throws Exception {
        var slices = measured(measure(effort(0, 2, Duration.ofMinutes(1)), () -> TimeUnit.MILLISECONDS.sleep(5))
                .slices());

        assertThat(slices)
                .allSatisfy(slice -> assertThat(slice.counters().get("cpu")).isBetween(0L, slice.nanos()));
    }

    @Test
    void an_exception_is_handed_on_with_the_number_of_its_operation() {
        var boom = new IllegalStateException("boom");

        assertThatThrownBy(() -> measure(SHORT, () -> {
                    if (++operations == 3) {
                        throw boom;
                    }
                }))
                .isInstanceOfSatisfying(OperationFailedException.class, failure -> {
                    assertThat(failure.thrown()).isSameAs(boom);
                    assertThat(failure.isHung()).isFalse();
                    assertThat(failure.explanation())
                            .isEqualTo(
                                    "operation 3 of the test (in warmup) threw java.lang.IllegalStateException: boom");
                });
    }

    @Test
    void an_operation_that_hangs_is_interrupted_and_named() {
        var never = new CountDownLatch(1);

        assertThatThrownBy(() -> measure(effort(1, 1, Duration.ofMillis(50)), () -> {
                    if (++operations == 2) {
                        never.await();
                    }
                }))
                .isInstanceOfSatisfying(OperationFailedException.class, failure -> {
                    assertThat(failure.isHung()).isTrue();
                    assertThat(failure.explanation())
                            .startsWith(
                                    "operation 2 of the test (in warmup) did not end within 50 ms (perfbudget.timeout)");
                });
        assertThat(alarms).singleElement().asString().contains("operation 2 has not ended within 50 ms", ", at ");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void an_operation_that_shrugs_off_its_interruption_has_hung_all_the_same() {
        assertThatThrownBy(() -> measure(effort(1, 1, Duration.ofMillis(50)), () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                }))
                .isInstanceOfSatisfying(OperationFailedException.class, failure -> assertThat(failure.isHung())
                        .isTrue());
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void an_interruption_that_is_left_behind_disturbs_nobody_and_is_noted() throws Exception {
        var found = new AtomicInteger();

        var record = measure(SHORT, () -> {
            if (Thread.currentThread().isInterrupted()) {
                found.incrementAndGet();
            }
            if (++operations == 2) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(found).hasValue(0);
        assertThat(record.notes())
                .containsExactly("left its thread interrupted after 1 of " + operations + " operations");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void threads_that_are_left_behind_are_counted() throws Exception {
        var end = new CountDownLatch(1);
        try {
            var record = measure(SHORT, () -> {
                if (++operations <= 2) {
                    var leaked = new Thread(() -> await(end), "leaked-" + operations);
                    leaked.setDaemon(true);
                    leaked.start();
                }
            });

            assertThat(record.notes()).containsExactly("left 2 threads behind: leaked-1, leaked-2");
        } finally {
            end.countDown();
        }
    }

    @Test
    void a_method_is_called_with_its_arguments_and_throws_what_it_throws() throws Throwable {
        var method = InPlaceMeasurementTest.class.getDeclaredMethod("add", int.class, Object[].class);
        var call = InPlaceMeasurement.calling(method, Optional.of(this), List.of(3, new Object[] {"a", "b"}))
                .orElseThrow();

        call.perform();

        assertThat(operations).isEqualTo(5);
        var refused = InPlaceMeasurement.calling(method, Optional.of(this), List.of(-1, new Object[0]))
                .orElseThrow();
        assertThatThrownBy(refused::perform)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("-1");
    }

    @SuppressWarnings("UnusedMethod") // called by reflection
    private void add(int number, Object... more) {
        if (number < 0) {
            throw new IllegalArgumentException(String.valueOf(number));
        }
        operations += number + more.length;
    }

    private InPlaceRecord measure(TurnGranted effort, Operation operation)
            throws OperationFailedException, InterruptedException {
        return measure(effort, operation, operation);
    }

    private InPlaceRecord measure(TurnGranted effort, Operation first, Operation further)
            throws OperationFailedException, InterruptedException {
        return new InPlaceMeasurement(effort, alarms::add).run(first, further);
    }

    private static TurnGranted effort(int warmupSlices, int slices, Duration timeout) {
        return new TurnGranted(warmupSlices, slices, 1_000_000, 1, timeout.toNanos());
    }

    private static List<IterationEnded> measured(List<IterationEnded> slices) {
        return slices.stream().filter(slice -> !slice.warmup()).toList();
    }

    private static long operations(List<IterationEnded> slices) {
        return slices.stream().mapToLong(IterationEnded::operations).sum();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
