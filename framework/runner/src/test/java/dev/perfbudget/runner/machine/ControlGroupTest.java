package dev.perfbudget.runner.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlGroupTest {

    @TempDir
    private Path root;

    @Test
    void version_2_has_all_limits_in_one_tree_and_the_tightest_counts() throws IOException {
        write("proc/self/cgroup", "0::/ci/job\n");
        write("sys/fs/cgroup/ci/cpu.max", "150000 100000\n");
        write("sys/fs/cgroup/ci/job/cpu.max", "max 100000\n");
        write("sys/fs/cgroup/ci/job/memory.max", "2147483648\n");
        write("sys/fs/cgroup/ci/memory.max", "max\n");

        assertThat(new ControlGroup(root).cpuQuota()).contains(1.5);
        assertThat(new ControlGroup(root).memoryLimit()).contains(2147483648L);
    }

    @Test
    void version_1_has_a_tree_for_each_controller() throws IOException {
        write("proc/self/cgroup", "4:memory:/job\n3:cpu,cpuacct:/job\n");
        write("sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_quota_us", "200000\n");
        write("sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_period_us", "100000\n");
        write("sys/fs/cgroup/memory/job/memory.limit_in_bytes", "1073741824\n");

        assertThat(new ControlGroup(root).cpuQuota()).contains(2.0);
        assertThat(new ControlGroup(root).memoryLimit()).contains(1073741824L);
    }

    @Test
    void without_limits_there_are_none() throws IOException {
        write("proc/self/cgroup", "4:memory:/\n3:cpu:/\n0::/\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");

        assertThat(new ControlGroup(root).cpuQuota()).isEmpty();
        assertThat(new ControlGroup(root).memoryLimit()).isEmpty();
    }

    @Test
    void on_a_system_without_control_groups_there_are_none() {
        assertThat(new ControlGroup(root).cpuQuota()).isEmpty();
        assertThat(new ControlGroup(root).memoryLimit()).isEmpty();
    }

    private void write(String file, String text) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
