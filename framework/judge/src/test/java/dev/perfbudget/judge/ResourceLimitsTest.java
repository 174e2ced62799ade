package dev.perfbudget.judge;

import static dev.perfbudget.judge.Measured.averageTime;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.LimitVerdict.State;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import org.junit.jupiter.api.Test;

class ResourceLimitsTest {

    private static final double MEGABYTE = 1024 * 1024;

    @Test
    void peak_memory_is_judged_by_one_value_a_fork() {
        assertThat(averageTime()
                        .limit("rss", "512 MB")
                        .resource("rss", 300 * MEGABYTE, 310 * MEGABYTE, 305 * MEGABYTE)
                        .sentence())
                .isEqualTo("rss is 305 MB (99 % sure it is below 326 MB, 3 forks), limit 512 MB"
                        + " (@PerfBudget on JsonBench.parse): held, grade A");
        assertThat(averageTime()
                        .limit("rss", "100 MB")
                        .resource("rss", 300 * MEGABYTE, 310 * MEGABYTE, 305 * MEGABYTE)
                        .verdict()
                        .state())
                .isEqualTo(State.BROKEN);
    }

    @Test
    void a_single_fork_gives_a_point_and_decides_nothing() {
        assertThat(averageTime()
                        .limit("rss", "512 MB")
                        .resource("rss", 300 * MEGABYTE)
                        .verdict()
                        .state())
                .isEqualTo(State.UNDECIDED);
    }

    @Test
    void any_resource_can_be_limited_and_equal_counts_are_certain() {
        assertThat(averageTime()
                        .metric("threads <= 40")
                        .resource("threads", 21, 21, 21)
                        .verdict()
                        .state())
                .isEqualTo(State.HELD);
        assertThat(averageTime()
                        .metric("faults.major <= 0")
                        .resource("faults.major", 0, 0, 0)
                        .verdict()
                        .state())
                .isEqualTo(State.HELD);
        assertThat(averageTime()
                        .metric("cpu.kernel <= 1 s")
                        .resource("cpu.kernel", 5_000, 5_100, 5_050)
                        .verdict()
                        .state())
                .isEqualTo(State.BROKEN);
    }

    @Test
    void what_was_not_read_is_not_measured_and_fails_with_the_reason() {
        var off = averageTime().limit("rss", "512 MB").forks(1, 2).fact("sampling", "off");
        assertThat(off.sentence())
                .contains("rss was not measured (resources were not read, because perfbudget.sampling is [off])");
        assertThat(off.benchmarkVerdict(Policy.WARN).outcome()).isEqualTo(Outcome.FAILED);

        var failed = averageTime()
                .metric("threads <= 40")
                .forks(1, 2)
                .fact("sampling", "every 1 s")
                .fact("sampling.failures", "processes: no /proc");
        assertThat(failed.sentence())
                .contains("threads was not measured (it could not be read; what failed: processes: no /proc)");

        assertThat(averageTime()
                        .metric("switches.voluntary <= 40")
                        .resource("threads", 2, 2)
                        .sentence())
                .contains("switches.voluntary was not measured (the system does not tell)");
    }

    @Test
    void a_misspelt_resource_is_told_what_there_is() {
        assertThat(averageTime()
                        .metric("thread <= 40")
                        .resource("threads", 2, 2)
                        .sentence())
                .contains("nothing of that name is recorded, only [threads]");
    }
}
