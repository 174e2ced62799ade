package dev.perfbudget.runner.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.runner.machine.Machine;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentFactsTest {

    private static final Machine MACHINE =
            new Machine("Xeon", 4, 2, 25_276_502_016L, Optional.of(1.5), "Linux 6.18.44-fc", Optional.of("docker"));

    @Test
    void the_class_is_what_makes_measurements_comparable() {
        var environment = facts(Optional.of(MACHINE)).of(jvm("G1", "-XX:CompileCommandFile=sha256:ab\n-Xmx1g"));

        assertThat(environment.defining())
                .containsOnly(
                        Map.entry("cpu.model", "Xeon"),
                        Map.entry("cpu.logical", "4"),
                        Map.entry("cpu.quota", "1.50 processors"),
                        Map.entry("cpu.smt", "on"),
                        Map.entry("memory.class", "24 GB"),
                        Map.entry("kernel.major", "Linux 6"),
                        Map.entry("container", "docker"),
                        Map.entry("jdk.build", "OpenJDK 17.0.15+6"),
                        Map.entry("jdk.vendor", "Acme"),
                        Map.entry("gc", "G1"),
                        Map.entry("heap.max", "1 GB"),
                        Map.entry("jvm.flags", "-Xmx1g"),
                        Map.entry("jmh.version", "1.37"),
                        Map.entry("effort", "gate, iterations of 100 ms"));
        assertThat(environment.descriptive()).containsEntry("kernel", "Linux 6.18.44-fc");
    }

    @Test
    void what_is_not_known_is_called_unknown() {
        var environment = facts(Optional.empty()).of(Map.of());

        assertThat(environment.defining()).containsEntry("cpu.model", "unknown").containsEntry("gc", "unknown");
    }

    @Test
    void memory_sizes_of_one_kind_of_machine_count_as_the_same() {
        assertThat(MemoryClass.of(16_500_000_000L)).isEqualTo("16 GB");
        assertThat(MemoryClass.of(15_900_000_000L)).isEqualTo("16 GB");
        assertThat(MemoryClass.of(800_000_000L)).isEqualTo("1 GB");
    }

    private static EnvironmentFacts facts(Optional<Machine> machine) {
        return new EnvironmentFacts("1.37", machine, "gate, iterations of 100 ms");
    }

    private static Map<String, String> jvm(String collector, String arguments) {
        return Map.of(
                "gc", collector,
                "heap.max", "1073741824",
                "java.vendor", "Acme",
                "java.vm.name", "OpenJDK",
                "java.vm.version", "17.0.15+6",
                "jvm.arguments", arguments);
    }
}
