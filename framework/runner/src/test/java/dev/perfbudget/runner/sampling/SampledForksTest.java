package dev.perfbudget.runner.sampling;

import static dev.perfbudget.model.Resource.CPU_KERNEL;
import static dev.perfbudget.model.Resource.CPU_USER;
import static dev.perfbudget.model.Resource.CPU_UTILISATION;
import static dev.perfbudget.model.Resource.FAULTS_MAJOR;
import static dev.perfbudget.model.Resource.FAULTS_MINOR;
import static dev.perfbudget.model.Resource.OBSERVED;
import static dev.perfbudget.model.Resource.RSS;
import static dev.perfbudget.model.Resource.RSS_LAST;
import static dev.perfbudget.model.Resource.SYSTEM_AVAILABLE;
import static dev.perfbudget.model.Resource.SYSTEM_CPU;
import static dev.perfbudget.model.Resource.SYSTEM_DISK_READ;
import static dev.perfbudget.model.Resource.SYSTEM_FOREIGN;
import static dev.perfbudget.model.Resource.SYSTEM_FREQUENCY;
import static dev.perfbudget.model.Resource.SYSTEM_FREQUENCY_LOWEST;
import static dev.perfbudget.model.Resource.SYSTEM_STEAL;
import static dev.perfbudget.model.Resource.THREADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dev.perfbudget.model.ResourceSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampledForksTest {

    private static final long PID = 42;

    private final FakeMachine machine = new FakeMachine();
    private final List<ResourceSample> series = new ArrayList<>();
    private final SampledForks forks =
            new SampledForks(new CarefulSource(() -> machine), machine, Duration.ofSeconds(1), series::add);

    @Test
    void counters_count_from_when_a_fork_is_ready_until_its_last_iteration_has_ended() {
        machine.set(PID, FAULTS_MINOR, 20_000);
        forks.ready(PID);
        machine.pass(2_000, 0);
        machine.set(PID, FAULTS_MINOR, 23_000);
        forks.measured(PID);
        machine.pass(1_000, 0);
        machine.set(PID, FAULTS_MINOR, 99_000);
        forks.poll();

        assertThat(forks.take(PID)).contains(entry(FAULTS_MINOR, 3_000.0), entry(OBSERVED, 2_000.0));
    }

    @Test
    void the_highest_level_counts_and_the_last_one_where_it_is_asked_for() {
        memory(100, 20);
        forks.ready(PID);
        machine.pass(1_000, 0);
        memory(300, 30);
        forks.poll();
        machine.pass(1_000, 0);
        memory(200, 25);
        forks.measured(PID);

        assertThat(forks.take(PID)).contains(entry(RSS, 300.0), entry(RSS_LAST, 200.0), entry(THREADS, 30.0));
    }

    private void memory(double bytes, double threads) {
        machine.set(PID, RSS, bytes);
        machine.set(PID, RSS_LAST, bytes);
        machine.set(PID, THREADS, threads);
    }

    @Test
    void what_others_use_is_what_is_used_less_what_the_fork_uses() {
        cpu(100, 50);
        forks.ready(PID);
        machine.pass(1_000, 1_500, 100);
        cpu(1_000, 150);
        forks.measured(PID);

        var figures = forks.take(PID);

        assertThat(figures)
                .contains(entry(CPU_USER, 900.0), entry(CPU_UTILISATION, 1.0), entry(SYSTEM_CPU, 75.0))
                .contains(entry(SYSTEM_STEAL, 5.0));
        assertThat(figures.get(SYSTEM_FOREIGN)).isCloseTo(0.5, within(1e-9));
    }

    private void cpu(double user, double kernel) {
        machine.set(PID, CPU_USER, user);
        machine.set(PID, CPU_KERNEL, kernel);
    }

    @Test
    void a_fork_that_is_gone_before_the_last_reading_keeps_the_ones_before() {
        machine.set(PID, FAULTS_MAJOR, 1);
        forks.ready(PID);
        machine.pass(1_000, 0);
        machine.set(PID, FAULTS_MAJOR, 4);
        forks.poll();
        machine.end(PID);
        machine.pass(1_000, 0);
        forks.poll();
        forks.measured(PID);

        assertThat(forks.take(PID)).contains(entry(FAULTS_MAJOR, 3.0), entry(OBSERVED, 1_000.0));
    }

    @Test
    void of_a_fork_that_was_read_once_only_levels_are_known() {
        machine.set(PID, RSS, 100);
        machine.set(PID, FAULTS_MAJOR, 1);
        forks.ready(PID);
        machine.end(PID);
        forks.measured(PID);

        assertThat(forks.take(PID)).containsOnly(entry(RSS, 100.0));
    }

    @Test
    void nothing_is_known_of_a_fork_that_nobody_announced_or_that_was_taken_already() {
        machine.set(PID, RSS, 100);
        assertThat(forks.take(PID)).isEmpty();

        forks.ready(PID);
        forks.take(PID);
        forks.measured(PID);

        assertThat(forks.take(PID)).isEmpty();
    }

    @Test
    void a_counter_that_runs_backwards_says_nothing() {
        machine.set(PID, FAULTS_MINOR, 4_000_000_000.0);
        forks.ready(PID);
        machine.pass(1_000, 0);
        machine.set(PID, FAULTS_MINOR, 10);
        forks.measured(PID);

        assertThat(forks.take(PID)).doesNotContainKey(FAULTS_MINOR);
    }

    @Test
    void levels_of_the_machine_are_those_while_the_fork_was_alive() {
        machine.setSystem(SYSTEM_FREQUENCY, 1_000);
        machine.setSystem(SYSTEM_AVAILABLE, 1e9);
        forks.poll();
        machine.set(PID, RSS, 100);
        forks.ready(PID);
        machine.setSystem(SYSTEM_FREQUENCY, 2_000);
        machine.setSystem(SYSTEM_AVAILABLE, 8e9);
        forks.poll();
        machine.setSystem(SYSTEM_FREQUENCY, 4_000);
        machine.setSystem(SYSTEM_AVAILABLE, 4e9);
        forks.poll();
        forks.measured(PID);

        assertThat(forks.take(PID))
                .contains(
                        entry(SYSTEM_FREQUENCY, 3_000.0),
                        entry(SYSTEM_FREQUENCY_LOWEST, 2_000.0),
                        entry(SYSTEM_AVAILABLE, 4e9));
    }

    @Test
    void a_line_of_the_series_has_shares_and_rates_since_the_line_before_and_every_living_fork() {
        machine.setSystem(SYSTEM_DISK_READ, 1_000);
        machine.set(PID, RSS, 100);
        forks.ready(PID);
        forks.poll();
        machine.pass(2_000, 1_000);
        machine.setSystem(SYSTEM_DISK_READ, 5_000);
        forks.poll();

        assertThat(series.get(0).system()).doesNotContainKeys("system.disk.read", "system.cpu");
        var second = series.get(1);
        assertThat(second.system()).contains(entry("system.disk.read", 2_000.0), entry("system.cpu", 25.0));
        assertThat(second.forks()).singleElement().satisfies(fork -> {
            assertThat(fork.pid()).isEqualTo(PID);
            assertThat(fork.resources()).contains(entry("rss", 100.0)).doesNotContainKey("system.cpu");
        });
    }

    @Test
    void a_wall_clock_that_jumps_changes_no_duration_and_no_rate() {
        machine.setSystem(SYSTEM_DISK_READ, 0);
        machine.set(PID, FAULTS_MAJOR, 0);
        forks.ready(PID);
        forks.poll();
        machine.pass(1_000, 0);
        machine.wallClockJumps(-3_600_000);
        machine.setSystem(SYSTEM_DISK_READ, 700);
        forks.poll();
        machine.wallClockJumps(7_200_000);
        forks.measured(PID);

        assertThat(series).extracting(ResourceSample::elapsed).containsExactly(Duration.ZERO, Duration.ofSeconds(1));
        assertThat(series.get(1).time()).isBefore(series.get(0).time());
        assertThat(series.get(1).system()).containsEntry("system.disk.read", 700.0);
        assertThat(forks.take(PID)).containsEntry(OBSERVED, 1_000.0);
    }

    @Test
    void readings_that_cost_too_much_come_less_often() {
        machine.systemCosts(2);
        assertThat(forks.poll() - machine.nanoTime())
                .isEqualTo(Duration.ofSeconds(1).toNanos());

        machine.pass(1_000, 0);
        machine.systemCosts(20);

        assertThat(forks.poll() - machine.nanoTime())
                .isEqualTo(Duration.ofMillis(22 * 250 - 1_000).toNanos());
    }
}
