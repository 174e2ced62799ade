package dev.perfbudget.runner.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On a machine with two processors, on which the later fork is observed for six seconds. */
class BlockTelemetryTest {

    /** Each uses half a processor, for it waits half of the time. */
    private static final Map<String, Double> QUIET = Map.of(
            "observed", 6_000.0,
            "cpu.user", 2_900.0,
            "cpu.kernel", 100.0,
            "cpu.utilisation", 0.5,
            "switches.involuntary", 120.0,
            "system.cpu", 52.0,
            "system.foreign", 0.54,
            "system.steal", 0.1,
            "system.frequency", 3_000.0,
            "system.frequency.lowest", 2_400.0);

    @Test
    void a_block_on_a_quiet_machine_is_not_disturbed() {
        assertThat(disturbances(Map.of())).isEmpty();
    }

    @Test
    void a_neighbour_that_leaves_a_processor_meets_both_forks_alike() {
        assertThat(disturbances(Map.of("system.cpu", 99.0, "system.foreign", 1.48, "switches.involuntary", 1_500.0)))
                .isEmpty();
    }

    @Test
    void neighbours_that_want_all_processors_disturb() {
        assertThat(disturbances(Map.of(
                        "cpu.utilisation", 0.33,
                        "cpu.user", 1_980.0,
                        "cpu.kernel", 0.0,
                        "system.cpu", 100.0,
                        "system.foreign", 1.67,
                        "switches.involuntary", 400.0)))
                .containsExactly("others left 0.66 of a processor");
    }

    @Test
    void what_wants_little_itself_is_not_disturbed_by_what_others_use() {
        assertThat(disturbances(Map.of(
                        "cpu.utilisation", 0.01,
                        "cpu.user", 60.0,
                        "cpu.kernel", 0.0,
                        "system.cpu", 99.0,
                        "system.foreign", 1.97,
                        "switches.involuntary", 2.0)))
                .isEmpty();
    }

    @Test
    void many_threads_of_the_benchmark_itself_do_not_disturb() {
        assertThat(disturbances(Map.of(
                        "cpu.utilisation", 0.98,
                        "cpu.user", 5_880.0,
                        "cpu.kernel", 0.0,
                        "system.cpu", 99.0,
                        "system.foreign", 1.0,
                        "switches.involuntary", 9_000.0)))
                .isEmpty();
    }

    @Test
    void steal_counts_as_a_share_of_what_was_wanted() {
        assertThat(disturbances(Map.of("system.steal", 5.0))).isEmpty();
        assertThat(disturbances(Map.of("system.steal", 8.5))).containsExactly("steal 14 %");
    }

    @Test
    void a_frequency_that_falls_to_less_than_half_disturbs() {
        assertThat(disturbances(Map.of("system.frequency.lowest", 1_200.0)))
                .containsExactly("the frequency fell to 40 % of its mean");
    }

    @Test
    void what_the_first_fork_saw_of_the_start_of_the_second_is_left_out() {
        var first = new HashMap<>(QUIET);
        first.putAll(Map.of("observed", 7_000.0, "system.steal", 30.0));

        assertThat(new BlockTelemetry(first, QUIET).disturbances()).isEmpty();
        assertThat(new BlockTelemetry(QUIET, first).disturbances()).isEmpty();
    }

    @Test
    void of_a_block_of_which_nothing_is_known_nothing_is_said() {
        assertThat(new BlockTelemetry(Map.of(), Map.of()).disturbances()).isEmpty();
        assertThat(new BlockTelemetry(QUIET, Map.of()).disturbances()).isEmpty();
        assertThat(disturbances(Map.of("system.cpu", 0.0, "system.steal", 0.0, "observed", 0.0)))
                .isEmpty();
    }

    private static List<String> disturbances(Map<String, Double> different) {
        var resources = new HashMap<>(QUIET);
        resources.putAll(different);
        return new BlockTelemetry(resources, resources).disturbances();
    }
}
