package dev.perfbudget.runner.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.perfbudget.model.Resource;
import dev.perfbudget.model.ResourceSample;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** With a real thread. */
class SamplerTest {

    private static final long PID = 42;

    private final FakeMachine machine = new FakeMachine();
    private final LinkedBlockingQueue<ResourceSample> series = new LinkedBlockingQueue<>();

    @Test
    void answers_what_a_fork_used_and_what_that_took() {
        machine.set(PID, Resource.RSS, 1e8);
        machine.set(ProcessHandle.current().pid(), Resource.RSS, 1e7);
        try (var sampler = Sampler.start(() -> machine, Duration.ofDays(1), series::add)) {
            sampler.ready(PID);
            sampler.measured(PID);

            assertThat(sampler.resourcesOf(PID)).contains(entry(Resource.RSS, 1e8));
            assertThat(sampler.report().note()).isEmpty();
            assertThat(sampler.report().facts().get("sampling.cost")).contains("of a processor", "s to start");
        }
    }

    @Test
    void polls_by_itself() throws InterruptedException {
        try (var sampler = Sampler.start(() -> machine, Duration.ofMillis(1), series::add)) {
            assertThat(series.take().forks()).isEmpty();
            assertThat(series.take().forks()).isEmpty();
            assertThat(sampler.report().cost()).isPresent();
        }
    }

    @Test
    void a_source_that_cannot_be_opened_leaves_nothing_but_its_reason() {
        try (var sampler = Sampler.start(
                () -> {
                    throw new UnsatisfiedLinkError("no jnidispatch");
                },
                Duration.ofSeconds(1),
                series::add)) {
            sampler.ready(PID);
            sampler.measured(PID);

            assertThat(sampler.resourcesOf(PID)).isEmpty();
            assertThat(sampler.report().note())
                    .hasValueSatisfying(note -> assertThat(note).contains("no jnidispatch", "times are not affected"));
            assertThat(sampler.report().facts()).containsKey("sampling.failures");
        }
    }

    @Test
    void a_source_that_never_answers_is_waited_for_once() {
        var never = new CountDownLatch(1);
        try (var sampler = Sampler.start(
                () -> {
                    await(never);
                    return machine;
                },
                Duration.ofSeconds(1),
                series::add)) {
            sampler.ready(PID);

            for (var fork = 0; fork < 1_000; fork++) {
                assertThat(sampler.resourcesOf(PID)).isEmpty();
            }
            assertThat(sampler.report().failures()).singleElement().asString().contains("did not answer for 2 s");
        } finally {
            never.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
