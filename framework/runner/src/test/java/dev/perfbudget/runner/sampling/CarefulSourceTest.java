package dev.perfbudget.runner.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Resource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CarefulSourceTest {

    private static final long PID = 42;

    private int asked;

    @Test
    void a_source_that_cannot_even_be_opened_is_told_once_and_opened_no_more() {
        var source = new CarefulSource(() -> {
            asked++;
            throw new UnsatisfiedLinkError("no jnidispatch");
        });

        assertThat(source.processors()).isEmpty();
        assertThat(source.system()).isEmpty();
        assertThat(source.livingProcess(PID)).isEmpty();
        assertThat(asked).isEqualTo(1);
        assertThat(source.failures()).containsExactly("anything: java.lang.UnsatisfiedLinkError: no jnidispatch");
    }

    @Test
    void what_fails_three_times_in_a_row_is_not_asked_for_again_and_the_rest_is() {
        var source = new CarefulSource(() -> new Broken());

        for (var reading = 0; reading < 10; reading++) {
            assertThat(source.system()).isEmpty();
            assertThat(source.processors()).isPresent();
        }

        assertThat(asked).isEqualTo(3);
        assertThat(source.failures())
                .containsExactly("the machine: java.lang.IllegalStateException: /proc/meminfo is not readable");
    }

    @Test
    void a_process_that_is_gone_is_no_failure_unless_it_was_just_alive() {
        var source = new CarefulSource(() -> new Broken());

        assertThat(source.process(PID)).isEmpty();
        assertThat(source.failures()).isEmpty();

        assertThat(source.livingProcess(PID)).isEmpty();
        assertThat(source.failures()).singleElement().asString().contains("tells nothing of process [42]");
    }

    private final class Broken implements ResourceSource {

        @Override
        public Optional<Map<Resource, Double>> process(long pid) {
            return Optional.empty();
        }

        @Override
        public ProcessorTimes processors() {
            return new ProcessorTimes(2, 1, 1, 1, 1, 1);
        }

        @Override
        public Map<Resource, Double> system() {
            asked++;
            throw new IllegalStateException("/proc/meminfo is not readable");
        }
    }
}
