package dev.perfbudget.runner.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineReaderTest {

    @TempDir
    private Path root;

    @Test
    void this_machine_can_be_read() {
        var machine = new MachineReader(Path.of("/"), System.getenv()).read();

        assertThat(machine.cpuModel()).isNotBlank();
        assertThat(machine.physicalProcessors()).isPositive();
        assertThat(machine.logicalProcessors()).isGreaterThanOrEqualTo(machine.physicalProcessors());
        assertThat(machine.memoryBytes()).isGreaterThan(1L << 28);
        assertThat(machine.kernel()).startsWith(System.getProperty("os.name"));
    }

    @Test
    void containers_are_told_by_their_marks() throws IOException {
        assertThat(new Container(root, Map.of()).kind()).isEmpty();
        assertThat(new Container(root, Map.of("container", "lxc")).kind()).contains("lxc");

        Files.createDirectories(root.resolve("proc/1"));
        Files.writeString(root.resolve("proc/1/cgroup"), "0::/kubepods/pod7\n");
        assertThat(new Container(root, Map.of()).kind()).contains("kubernetes");

        Files.createFile(root.resolve(".dockerenv"));
        assertThat(new Container(root, Map.of()).kind()).contains("docker");
        assertThat(new Container(root, Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1")).kind())
                .contains("kubernetes");
    }
}
